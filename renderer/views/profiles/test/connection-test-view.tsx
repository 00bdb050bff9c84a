import { Button, Group, Loader, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleMinus,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import {
  type StageResult,
  type TestStage,
  testStages,
} from '../../../../shared/model/connection-test.ts';
import { Callout } from '../../../components/callout.tsx';
import { ErrorPanel } from '../../../components/error-panel.tsx';
import { May } from '../../../components/may/may.tsx';
import { useNow } from '../../../components/use-now.ts';
import { useFormat } from '../../../format/use-format.ts';
import { useSpeaker } from '../../../format/use-speaker.ts';
import classes from './connection-test-view.module.css';
import { stageText } from './stage-text.ts';
import type { TestProgress } from './use-connection-test.ts';

/** A connection test, stage by stage: outcome, time, what was found, and what to do. */
export function ConnectionTestView(props: {
  progress: TestProgress;
  /** What was found is of other values than those in the form now. */
  outdated: boolean;
  onStart: () => void;
  onStop: () => void;
}) {
  const { progress, outdated } = props;
  const { t } = useTranslation();
  const running = progress.kind === 'running';
  const stages = running ? progress.stages : progress.kind === 'done' ? progress.test.stages : [];
  return (
    <>
      <Group gap="xs" mb="sm">
        {/* One button that changes, so that the focus stays. */}
        <May needs="administer">
          <Button
            size="xs"
            variant="default"
            onClick={running ? props.onStop : props.onStart}
            leftSection={running ? <Loader size={12} color="currentColor" /> : undefined}
          >
            {t(
              running ? 'doctor:stop' : progress.kind === 'idle' ? 'doctor:start' : 'doctor:again',
            )}
          </Button>
        </May>
        <div role="status">
          <Summary progress={progress} />
        </div>
      </Group>
      <div role="status">
        {outdated && progress.kind !== 'idle' && (
          <Callout tone="warning" title={t('doctor:outdated.title')}>
            <Text size="sm">{t('doctor:outdated.text', progress.of.place)}</Text>
          </Callout>
        )}
      </div>
      {progress.kind === 'failed' ? (
        <ErrorPanel error={progress.error} />
      ) : (
        <ol className={classes.stages} data-outdated={outdated || undefined}>
          {testStages.map((stage, index) => (
            <Stage
              key={stage}
              stage={stage}
              result={stages.find((result) => result.stage === stage)}
              running={running && index === stages.length}
            />
          ))}
        </ol>
      )}
    </>
  );
}

function Summary({ progress }: { progress: TestProgress }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(progress.kind === 'running');
  if (progress.kind === 'running') {
    return (
      <>
        {/* Read out is which stage is under way, not each second. */}
        <Text size="sm" c="dimmed" aria-hidden>
          {t('doctor:running', { time: format.duration(Math.max(0, now - progress.since)) })}
        </Text>
        <span className="visually-hidden">
          {t(`doctor:stages.${testStages[progress.stages.length] ?? 'quit'}`)}
        </span>
      </>
    );
  }
  if (progress.kind !== 'done') return null;
  const { ok, stages } = progress.test;
  const failed = stages.find(({ outcome }) => outcome === 'failed');
  const ms = stages.reduce((sum, stage) => sum + stage.ms, 0);
  return (
    <Text size="sm" fw={600} c={ok ? 'var(--spcp-ready)' : 'var(--spcp-attention)'}>
      {ok
        ? t('doctor:ok', { time: format.milliseconds(ms) })
        : t('doctor:failed', {
            stage: failed === undefined ? '' : t(`doctor:stages.${failed.stage}`),
          })}
    </Text>
  );
}

function Stage(props: { stage: TestStage; result: StageResult | undefined; running: boolean }) {
  const { result, running } = props;
  const { t } = useTranslation();
  const speaker = useSpeaker();
  const { format } = speaker;
  const outcome = result?.outcome ?? 'pending';
  const text = result === undefined ? null : stageText(speaker, result);
  return (
    <li className={classes.stage} data-stage={props.stage} data-outcome={outcome}>
      <span className={classes.sign}>
        <StageIcon outcome={outcome} running={running} />
      </span>
      <div>
        <Group gap="xs" justify="space-between" wrap="nowrap">
          <Text size="sm" fw={600}>
            {t(`doctor:stages.${props.stage}`)}
            <span className="visually-hidden">
              {` – ${t(`doctor:outcomes.${running ? 'running' : outcome}`)}`}
            </span>
          </Text>
          <Text size="xs" c="dimmed">
            {result === undefined || result.outcome === 'skipped'
              ? t(`doctor:outcomes.${running ? 'running' : outcome}`)
              : format.milliseconds(result.ms)}
          </Text>
        </Group>
        {text !== null && text.finding !== '' && (
          <Text size="sm" className={classes.finding}>
            {text.finding}
          </Text>
        )}
        {text === null && (
          <Text size="xs" c="dimmed">
            {t(`doctor:about.${props.stage}`)}
          </Text>
        )}
        {text !== null && text.remedy !== '' && (
          <Text size="sm" className={classes.remedy}>
            {text.remedy}
          </Text>
        )}
      </div>
    </li>
  );
}

function StageIcon(props: { outcome: StageResult['outcome'] | 'pending'; running: boolean }) {
  switch (props.outcome) {
    case 'ok':
      return <IconCircleCheck size={18} color="var(--spcp-ready)" aria-hidden />;
    case 'failed':
      return <IconAlertTriangle size={18} color="var(--spcp-attention)" aria-hidden />;
    case 'skipped':
      return <IconCircleMinus size={18} color="var(--spcp-off)" aria-hidden />;
    default:
      return (
        <IconCircleDashed
          size={18}
          color="var(--spcp-off)"
          className={props.running ? classes.turning : undefined}
          aria-hidden
        />
      );
  }
}
