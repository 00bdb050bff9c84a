import { ActionIcon, Group, Tooltip } from '@mantine/core';
import { type Icon, IconPencil, IconPlug, IconPlugOff, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import type { ProxyState } from '../../../../shared/model/proxy-state.ts';
import { useApi } from '../../../api/context.ts';
import { isConnectable } from '../../../components/connectable.ts';
import { useAction } from '../../../components/use-action.tsx';
import { hrefOf, paths } from '../../../routes.ts';
import { ProductionQuestion } from '../editor/production-question.tsx';
import { useRemoval } from './use-removal.tsx';

/** What can be done with one profile. Nothing asks first but the removal of one of production: any removal is taken back from its notification. */
export function ProfileActions(props: { profile: ProfileEntry; kind: ProxyState['kind'] }) {
  const { profile, kind } = props;
  const { t } = useTranslation();
  const { client } = useApi();
  const { busy, run } = useAction();
  const remove = useRemoval();
  const { id, name } = profile;
  const off = isConnectable(kind);
  return (
    <Group gap={2} wrap="nowrap" justify="flex-end">
      <IconAction
        icon={off ? IconPlug : IconPlugOff}
        label={t(off ? 'profiles:actions.connect' : 'profiles:actions.disconnect', { name })}
        loading={busy}
        onClick={() => run(() => client.call(off ? 'fleet.connect' : 'fleet.disconnect', { id }))}
      />
      <Tooltip label={t('profiles:actions.edit', { name })}>
        <ActionIcon
          component="a"
          href={hrefOf(paths.profile(id))}
          variant="subtle"
          color="gray"
          aria-label={t('profiles:actions.edit', { name })}
        >
          <IconPencil size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
      {profile.managed === undefined && (
        <IconAction
          icon={IconTrash}
          label={t('profiles:actions.remove', { name })}
          loading={remove.busy}
          onClick={() => remove.run(profile)}
        />
      )}
      {remove.asking !== null && (
        <ProductionQuestion
          profile={remove.asking}
          action="remove"
          onConfirm={remove.confirm}
          onClose={remove.dismiss}
        />
      )}
    </Group>
  );
}

function IconAction(props: { icon: Icon; label: string; loading: boolean; onClick: () => void }) {
  const { icon: Sign, label } = props;
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={label}
        loading={props.loading}
        onClick={props.onClick}
      >
        <Sign size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
