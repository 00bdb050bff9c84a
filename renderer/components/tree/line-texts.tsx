import {
  IconAlertTriangle,
  IconChevronRight,
  IconFolder,
  IconPlugConnectedX,
} from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import { useApi, useIsOld, useStateKind } from '../../api/context.ts';
import { useFormat } from '../../format/use-format.ts';
import { ColourMark } from '../colour-mark.tsx';
import { ClassMark } from '../environment-badge.tsx';
import { StateIcon } from '../state-label.tsx';
import classes from './tree.module.css';

/** What folds a line and unfolds it by the pointer; the arrow keys do the same on the line. As wide where there is nothing to fold. */
export function FoldMark(props: { folded: boolean | null; onFold: (folded: boolean) => void }) {
  const { folded, onFold } = props;
  if (folded === null) return <span className={classes.fold} />;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the arrow keys do the same on the row
    // biome-ignore lint/a11y/noStaticElementInteractions: the row says whether it is open, and opens and shuts by its keys
    <span
      className={classes.fold}
      data-folded={folded || undefined}
      onClick={(event) => {
        event.preventDefault();
        event.stopPropagation();
        onFold(!folded);
      }}
    >
      <IconChevronRight size={14} stroke={2} aria-hidden />
    </span>
  );
}

/** A folder's name, how many of what lies in it are in trouble, and how many there are. */
export function FolderText(props: {
  name: string;
  path: string;
  ids: readonly string[];
  sign?: React.ReactNode;
}) {
  const { name, path, ids } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const trouble = useTroubleIn(ids);
  return (
    <>
      {props.sign ?? (
        <IconFolder size={15} stroke={1.7} aria-hidden className={classes.folderSign} />
      )}
      <span className={classes.name} title={path}>
        {name}
      </span>
      {trouble > 0 && (
        <span className={classes.trouble} title={t('trouble.count', { count: trouble })}>
          <IconAlertTriangle size={13} stroke={2.2} aria-hidden />
          <span aria-hidden>{format.number(trouble)}</span>
          <span className="visually-hidden">{t('trouble.count', { count: trouble })}</span>
        </span>
      )}
      <span className={classes.count}>
        <span aria-hidden>{format.number(ids.length)}</span>
        <span className="visually-hidden">{t('trouble.of', { count: ids.length })}</span>
      </span>
    </>
  );
}

/** A proxy's state and name. */
export function ProxyText({ profile }: { profile: ProfileEntry }) {
  const { t } = useTranslation();
  const kind = useStateKind(profile.id);
  const old = useIsOld();
  const unreachable = useTroubleIn([profile.id]) > 0 && kind !== 'needs-attention';
  return (
    <>
      <span className={classes.state}>
        {unreachable ? (
          <IconPlugConnectedX size={15} color="var(--spcp-attention)" aria-hidden />
        ) : (
          kind !== undefined && <StateIcon kind={kind} size={15} old={old} />
        )}
      </span>
      <span className={classes.name} title={profile.name}>
        {profile.name}
      </span>
      <ColourMark colour={profile.colour} />
      <ClassMark environment={profile.environment} signOnly />
      {kind !== undefined && (
        <span className="visually-hidden">
          {unreachable ? t('trouble.unreachable') : t(`states:${kind}.name`)}
        </span>
      )}
    </>
  );
}

/** How many of these are in trouble. */
export function useTroubleIn(ids: readonly string[]): number {
  const { trouble } = useApi();
  return useSyncExternalStore(trouble.subscribe, () => {
    const now = trouble.get();
    return now.size === 0 ? 0 : ids.reduce((sum, id) => sum + Number(now.has(id)), 0);
  });
}
