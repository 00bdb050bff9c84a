import { type Icon, IconPencil, IconPlug, IconPlugOff, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { useApi, useStateKind } from '../../../api/context.ts';
import { isConnectable } from '../../../components/connectable.ts';
import { useAction } from '../../../components/use-action.tsx';
import { hrefOf, paths } from '../../../routes.ts';
import classes from './list-table.module.css';

/** What can be done with one profile. Plain elements: dozens of rows are drawn at each letter of a search. */
export function RowActions(props: {
  profile: ProfileEntry;
  onRemove: (profile: ProfileEntry) => void;
}) {
  const { profile, onRemove } = props;
  const { t } = useTranslation();
  const { name } = profile;
  const edit = t('profiles:actions.edit', { name });
  return (
    <>
      <ConnectButton profile={profile} />
      <a
        className={classes.action}
        href={hrefOf(paths.profile(profile.id))}
        aria-label={edit}
        title={edit}
      >
        <IconPencil size={16} aria-hidden />
      </a>
      {profile.managed === undefined && (
        <ActionButton
          sign={IconTrash}
          label={t('profiles:actions.remove', { name })}
          onClick={() => onRemove(profile)}
        />
      )}
    </>
  );
}

/** Knows the proxy's state, so that the row does not have to. */
function ConnectButton({ profile }: { profile: ProfileEntry }) {
  const { t } = useTranslation();
  const { client } = useApi();
  const { busy, run } = useAction();
  const { id, name } = profile;
  const off = isConnectable(useStateKind(id) ?? 'off');
  return (
    <ActionButton
      sign={off ? IconPlug : IconPlugOff}
      label={t(off ? 'profiles:actions.connect' : 'profiles:actions.disconnect', { name })}
      disabled={busy}
      onClick={() => run(() => client.call(off ? 'fleet.connect' : 'fleet.disconnect', { id }))}
    />
  );
}

function ActionButton(props: {
  sign: Icon;
  label: string;
  disabled?: boolean;
  onClick: () => void;
}) {
  const { sign: Sign, label } = props;
  return (
    <button
      type="button"
      className={classes.action}
      aria-label={label}
      title={label}
      disabled={props.disabled}
      onClick={props.onClick}
    >
      <Sign size={16} aria-hidden />
    </button>
  );
}
