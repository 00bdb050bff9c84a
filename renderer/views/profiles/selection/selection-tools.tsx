import { Button, CloseButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { useMay } from '../../../api/asker.ts';
import { lazyView } from '../../../components/lazy-view.tsx';
import { useSingleKeys } from '../../../components/use-single-key.ts';
import { useToolbar } from '../../../components/use-toolbar.ts';
import { DisconnectQuestion } from './disconnect-question.tsx';
import { MoreMenu } from './more-menu.tsx';
import { MoveChosen } from './move-chosen.tsx';
import classes from './selection.module.css';
import { ToolRow } from './tool-row.tsx';
import type { useMany } from './use-many.tsx';
import { type Asking, useTools } from './use-tools.ts';

const NewPlan = lazyView(async () => (await import('../../plans/new-plan.tsx')).default, null);
const BulkEdit = lazyView(async () => (await import('../bulk/bulk-edit.tsx')).default, null);

/** What can be done with the chosen `profiles`, of `all` that can be chosen. */
export default function SelectionTools(props: {
  profiles: readonly ProfileEntry[];
  all: number;
  onAll: () => void;
  onClear: () => void;
  many: ReturnType<typeof useMany>;
}) {
  const { profiles, many } = props;
  const { progress } = many;
  const { t } = useTranslation();
  const toolbar = useToolbar<HTMLDivElement>();
  const [asking, setAsking] = useState<Asking | null>(null);
  const close = (): void => setAsking(null);
  const { tools, connected } = useTools(profiles, many, setAsking);
  const count = profiles.length;
  const mayMove = useMay('administer');
  useSingleKeys((key) => {
    if (key !== 'm' || !mayMove || count === 0 || progress !== null || asking !== null)
      return false;
    setAsking('move');
    return true;
  });
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
        <ToolRow
          tools={tools}
          rest={(folded) => <MoreMenu profiles={profiles} folded={folded} onDone={props.onClear} />}
        />
      </div>
      {asking === 'move' && <MoveChosen profiles={profiles} onClose={close} />}
      {asking === 'plan' && <NewPlan profiles={profiles} onClose={close} />}
      {asking === 'edit' && <BulkEdit profiles={profiles} onClose={close} />}
      {asking === 'disconnect' && (
        <DisconnectQuestion
          profiles={connected}
          onConfirm={() => {
            close();
            many.run('disconnect', connected);
          }}
          onClose={close}
        />
      )}
    </section>
  );
}
