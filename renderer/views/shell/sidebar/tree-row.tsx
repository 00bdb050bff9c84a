import {
  IconAlertTriangle,
  IconChevronRight,
  IconFolder,
  IconPlugConnectedX,
} from '@tabler/icons-react';
import { type CSSProperties, memo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { useApi, useIsOld, useStateKind } from '../../../api/context.ts';
import { StateIcon } from '../../../components/state-label.tsx';
import { hrefOf, paths } from '../../../routes.ts';
import { folderFilter } from './folder-filter.ts';
import type { Folder, TreeRow } from './folder-tree.ts';
import classes from './proxy-tree.module.css';

interface RowProps {
  readonly row: TreeRow<ProfileEntry>;
  readonly index: number;
  /** Pixels from the top of the tree. */
  readonly top: number;
  /** The one row of the tree that Tab comes to. */
  readonly inTabOrder: boolean;
  readonly current: boolean;
  readonly onFold: (key: string, folded: boolean) => void;
}

/** A folder or a proxy. Drawn again only when it, its state or its place changes. */
export const Row = memo(function Row(props: RowProps) {
  const { row, index } = props;
  const item = {
    role: 'treeitem',
    'aria-level': row.level,
    'aria-posinset': row.position,
    'aria-setsize': row.size,
    'data-row': index,
    tabIndex: props.inTabOrder ? 0 : -1,
    className: classes.row,
    style: { top: props.top, '--level': row.level } as CSSProperties,
  } as const;
  return row.kind === 'folder' ? (
    <a
      {...item}
      href={hrefOf(paths.boardOf(folderFilter(row.folder.path)))}
      aria-expanded={!row.folded}
    >
      <FolderText folder={row.folder} folded={row.folded} onFold={props.onFold} />
    </a>
  ) : (
    <a
      {...item}
      href={hrefOf(paths.proxy(row.proxy.id))}
      aria-current={props.current ? 'page' : undefined}
    >
      <ProxyText profile={row.proxy} />
    </a>
  );
});

function FolderText(props: {
  folder: Folder<ProfileEntry>;
  folded: boolean;
  onFold: RowProps['onFold'];
}) {
  const { folder, folded } = props;
  const { t } = useTranslation();
  const trouble = useTroubleIn(folder.ids);
  return (
    <>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the arrow keys do the same on the row */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the row says whether it is open, and opens and shuts by its keys */}
      <span
        className={classes.fold}
        data-folded={folded || undefined}
        onClick={(event) => {
          event.preventDefault();
          props.onFold(folder.key, !folded);
        }}
      >
        <IconChevronRight size={14} stroke={2} aria-hidden />
      </span>
      <IconFolder size={15} stroke={1.7} aria-hidden className={classes.folderSign} />
      <span className={classes.name} title={folder.path}>
        {folder.name}
      </span>
      {trouble > 0 && (
        <span className={classes.trouble} title={t('trouble.count', { count: trouble })}>
          <IconAlertTriangle size={13} stroke={2.2} aria-hidden />
          <span aria-hidden>{trouble}</span>
          <span className="visually-hidden">{t('trouble.count', { count: trouble })}</span>
        </span>
      )}
      <span className={classes.count}>
        <span aria-hidden>{folder.ids.length}</span>
        <span className="visually-hidden">{t('trouble.of', { count: folder.ids.length })}</span>
      </span>
    </>
  );
}

function ProxyText({ profile }: { profile: ProfileEntry }) {
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
      {kind !== undefined && (
        <span className="visually-hidden">
          {unreachable ? t('trouble.unreachable') : t(`states:${kind}.name`)}
        </span>
      )}
    </>
  );
}

/** How many of these are in trouble. */
function useTroubleIn(ids: readonly string[]): number {
  const { trouble } = useApi();
  return useSyncExternalStore(trouble.subscribe, () => {
    const now = trouble.get();
    return now.size === 0 ? 0 : ids.reduce((sum, id) => sum + Number(now.has(id)), 0);
  });
}
