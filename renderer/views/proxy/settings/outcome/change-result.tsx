import { Group, Loader, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '../../../../../shared/model/change.ts';
import { valueAfter } from '../../../../../shared/model/change-effect.ts';
import { Callout, type CalloutTone } from '../../../../components/callout.tsx';
import { ErrorPanel } from '../../../../components/error-panel.tsx';
import classes from '../editors/editors.module.css';
import type { ChangeProgress } from '../editors/use-change.ts';
import { ValueChange } from '../value-change.tsx';
import { Conflict } from './conflict.tsx';

const tones: Readonly<Record<AuditEntry['outcome'], CalloutTone>> = {
  begun: 'info',
  verified: 'good',
  unverified: 'info',
  mismatch: 'warning',
  conflict: 'warning',
  refused: 'bad',
  failed: 'unknown',
  'not-applied': 'warning',
};

/** What a change came to, read out when it is there. `undo` takes it back; `onDismiss` goes on from what is in force. */
export function ChangeResult(props: {
  progress: ChangeProgress;
  undo: ReactNode;
  onDismiss: () => void;
}) {
  const { t } = useTranslation();
  const { progress } = props;
  return (
    <div aria-live="polite" className={classes.result}>
      {progress.kind === 'busy' && (
        <Group gap="xs">
          <Loader size="xs" />
          <Text size="sm" c="dimmed">
            {t('changes:busy')}
          </Text>
        </Group>
      )}
      {progress.kind === 'done' && <Done entry={progress.entry}>{props.undo}</Done>}
      {progress.kind === 'failed' &&
        (progress.error.code === 'not-as-expected' ? (
          <Conflict error={progress.error} onDismiss={props.onDismiss} />
        ) : (
          <ErrorPanel error={progress.error} />
        ))}
    </div>
  );
}

function Done({ entry, children }: { entry: AuditEntry; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Callout
      tone={tones[entry.outcome]}
      title={t(`changes:outcomes.${entry.outcome}.title`)}
      outcome={entry.outcome}
    >
      <Text size="sm">{t(`changes:outcomes.${entry.outcome}.${entry.setting}`)}</Text>
      <ValueChange setting={entry.setting} from={entry.before} to={valueAfter(entry)} />
      {children !== null && (
        <Group gap="xs" mt="xs">
          {children}
        </Group>
      )}
    </Callout>
  );
}
