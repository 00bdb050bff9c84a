import { Code, Text, Title } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { type Trial, trialLimits } from '../../../../shared/model/trial.ts';
import { useFormat } from '../../../format/use-format.ts';
import { Callout } from '../../callout.tsx';
import { LineDifference } from './line-difference.tsx';
import classes from './trial.module.css';

/** How a try ended, what it said, and what became of the mail. */
export function TrialResult({ trial, mail }: { trial: Trial; mail: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const isGood = trial.end === 'exited' && trial.exitCode === 0;
  const remarks = remarksOf(t, trial);
  return (
    <>
      <Callout tone={isGood ? 'good' : 'warning'} title={endOf(t, trial, format)}>
        {remarks.map((remark) => (
          <Text key={remark} size="sm">
            {remark}
          </Text>
        ))}
        <Text size="xs" c="dimmed">
          {t('commands:trial.took', { time: format.milliseconds(trial.durationMs) })}
        </Text>
      </Callout>
      {trial.errors !== '' && (
        <>
          <Title order={3} size="h6" mt="sm">
            {t('commands:trial.errors')}
          </Title>
          <Code block className={classes.errors} tabIndex={0}>
            {trial.errors}
          </Code>
          {trial.errorsCut && <Text size="xs">{t('commands:trial.errorsCut')}</Text>}
        </>
      )}
      <Title order={3} size="h6" mt="sm" mb={4}>
        {t('commands:trial.difference')}
      </Title>
      {trial.output === mail ? (
        <Text size="sm">{t('commands:trial.same')}</Text>
      ) : (
        <LineDifference from={mail} to={trial.output} />
      )}
    </>
  );
}

function endOf(t: TFunction, trial: Trial, format: ReturnType<typeof useFormat>): string {
  return t(`commands:trial.ends.${trial.end}`, {
    code: trial.exitCode ?? 0,
    signal: trial.signal ?? '',
    seconds: trialLimits.timeMs / 1000,
    size: format.bytes(trialLimits.output),
  });
}

function remarksOf(t: TFunction, trial: Trial): readonly string[] {
  const { exitCode, output, unread, leftRunning, files } = trial;
  return [
    ...(trial.end === 'exited' && exitCode === 127 ? [t('commands:trial.notFound')] : []),
    ...(output === '' ? [t('commands:trial.empty')] : []),
    ...(unread ? [t('commands:trial.unread')] : []),
    ...(leftRunning ? [t('commands:trial.leftRunning')] : []),
    ...(files.length > 0 ? [t('commands:trial.files', { files: files.join(', ') })] : []),
  ];
}
