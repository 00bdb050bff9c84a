import { Button, CloseButton } from '@mantine/core';
import {
  IconChartLine,
  IconListCheck,
  IconPencil,
  IconPlug,
  IconPlugOff,
} from '@tabler/icons-react';
import { memo, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import type { ProxySnapshot } from '../../../../shared/model/fleet-frame.ts';
import { useApi } from '../../../api/context.ts';
import { onKey } from '../../../api/page.ts';
import { useStore } from '../../../api/store.ts';
import { isConnectable } from '../../../components/connectable.ts';
import { isTyping } from '../../../components/is-typing.ts';
import { lazyView } from '../../../components/lazy-view.tsx';
import { useSampled } from '../../../components/use-sampled.ts';
import { useToolbar } from '../../../components/use-toolbar.ts';
import { hrefOf, paths } from '../../../routes.ts';
import { mostCompared } from '../../compare/compare-view.ts';
import { DisconnectQuestion } from './disconnect-question.tsx';
import { MoreMenu } from './more-menu.tsx';
import { MoveButton } from './move-button.tsx';
import { PauseButtons } from './pause-buttons.tsx';
import classes from './selection.module.css';
import { useSelection } from './selection.ts';
import { useMany } from './use-many.tsx';

const NewPlan = lazyView(async () => (await import('../../plans/new-plan.tsx')).default, null);
const BulkEdit = lazyView(
  async () => (await import('../../profiles/bulk/bulk-edit.tsx')).default,
  null,
);

const noSnapshots: ReadonlyMap<string, ProxySnapshot> = new Map();

/** What can be done with the proxies that are chosen. Nothing while none is. `shown` are all that can be chosen. */
export const SelectionBar = memo(function SelectionBar({
  shown,
}: {
  shown: readonly ProfileEntry[];
}) {
  const selection = useSelection();
  const { ids } = selection;
  const chosen = useStore(ids);
  const many = useMany();
  useEffect(() => {
    return onKey((event) => {
      const { key, target } = event;
      if (key !== 'Escape' || isTyping(target) || isInLayer(target)) return;
      selection.clear();
    });
  }, [selection]);
  if (chosen.size === 0 && many.progress === null) return null;
  return (
    <Bar
      profiles={shown.filter(({ id }) => chosen.has(id))}
      all={shown.length}
      onAll={() => selection.only(shown.map(({ id }) => id))}
      onClear={() => selection.clear()}
      many={many}
    />
  );
});

function Bar(props: {
  profiles: readonly ProfileEntry[];
  all: number;
  onAll: () => void;
  onClear: () => void;
  many: ReturnType<typeof useMany>;
}) {
  const { profiles, many } = props;
  const { progress } = many;
  const { fleet } = useApi();
  const { t } = useTranslation();
  const toolbar = useToolbar<HTMLDivElement>();
  const snapshots = useSampled(fleet.snapshots, 500) ?? noSnapshots;
  const [asking, setAsking] = useState(false);
  const [editing, setEditing] = useState(false);
  const [planning, setPlanning] = useState(false);
  const count = profiles.length;
  const kindOf = (id: string) => snapshots.get(id)?.state.kind;
  const connectable = profiles.filter(
    ({ id }) => isConnectable(kindOf(id)) || kindOf(id) === 'waiting',
  );
  const connected = profiles.filter(({ id }) => !isConnectable(kindOf(id)));
  const disconnect = (): void => {
    setAsking(false);
    many.run('disconnect', connected);
  };
  return (
    <section
      className={classes.bar}
      aria-label={t('arrangement:selection.label')}
      data-sticky="bottom"
    >
      <div
        role="toolbar"
        className={classes.tools}
        aria-label={t('arrangement:selection.label')}
        {...toolbar}
      >
        <CloseButton
          aria-label={t('arrangement:selection.clear')}
          title={t('arrangement:selection.clear')}
          onClick={props.onClear}
        />
        <span role="status" className={classes.count}>
          {progress === null
            ? t('arrangement:selection.count', { count })
            : t(`arrangement:many.progress.${progress.action}`, {
                over: progress.over,
                all: progress.all,
              })}
        </span>
        {count < props.all && (
          <Button size="compact-sm" variant="subtle" onClick={props.onAll}>
            {t('arrangement:selection.all', { count: props.all })}
          </Button>
        )}
        <div className={classes.actions}>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPencil size={15} aria-hidden />}
            disabled={progress !== null}
            onClick={() => setEditing(true)}
          >
            {t('arrangement:selection.edit')}
          </Button>
          <MoveButton profiles={profiles} disabled={progress !== null} />
          <Button
            size="xs"
            variant="default"
            leftSection={<IconListCheck size={15} aria-hidden />}
            onClick={() => setPlanning(true)}
          >
            {t('plans:change')}
          </Button>
          {count <= mostCompared ? (
            <Button
              component="a"
              href={hrefOf(paths.compareWith(profiles.map(({ id }) => id)))}
              size="xs"
              variant="default"
              leftSection={<IconChartLine size={15} aria-hidden />}
            >
              {t('arrangement:selection.compare')}
            </Button>
          ) : (
            <span className={classes.tooMany}>
              {t('arrangement:selection.tooMany', { count: mostCompared })}
            </span>
          )}
          {connectable.length > 0 && (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconPlug size={15} aria-hidden />}
              disabled={progress !== null}
              onClick={() => many.run('connect', connectable)}
            >
              {t('arrangement:selection.connect', { count: connectable.length })}
            </Button>
          )}
          {connected.length > 0 && (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconPlugOff size={15} aria-hidden />}
              disabled={progress !== null}
              onClick={() => {
                if (connected.some(({ environment }) => environment === 'production')) {
                  setAsking(true);
                } else {
                  disconnect();
                }
              }}
            >
              {t('arrangement:selection.disconnect', { count: connected.length })}
            </Button>
          )}
          <PauseButtons profiles={profiles} connected={connected} />
          <MoreMenu profiles={profiles} onDone={props.onClear} />
        </div>
      </div>
      {planning && <NewPlan profiles={profiles} onClose={() => setPlanning(false)} />}
      {editing && <BulkEdit profiles={profiles} onClose={() => setEditing(false)} />}
      {asking && (
        <DisconnectQuestion
          profiles={connected}
          onConfirm={disconnect}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}

/** What lies over the page closes by the same key. */
function isInLayer(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('[role="dialog"], [role="menu"], [aria-expanded="true"]') !== null
  );
}
