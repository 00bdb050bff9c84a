import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '../../../../shared/assert.ts';
import type { WebhookOutcome } from '../../../../shared/model/webhook.ts';
import { inOneLine } from '../../../../shared/texts/texts.ts';
import { useSpeaker } from '../../../format/use-speaker.ts';

/** What became of a message, in words. */
export function useOutcomeWords(): (outcome: WebhookOutcome) => string {
  const { t } = useTranslation();
  const speaker = useSpeaker();
  return useCallback(
    (outcome) => {
      switch (outcome.kind) {
        case 'delivered':
        case 'refused':
        case 'redirected':
          return t(`alerts:webhook.outcomes.${outcome.kind}`, { status: outcome.status });
        case 'timeout':
          return t('alerts:webhook.outcomes.timeout', {
            time: speaker.format.duration(outcome.seconds * 1000),
          });
        case 'failed':
          return t('alerts:webhook.outcomes.failed', { code: outcome.code });
        case 'no-secret':
          return t('alerts:webhook.outcomes.no-secret');
        case 'vault':
          return t('alerts:webhook.outcomes.vault', {
            why: inOneLine(speaker.error(outcome.error)),
          });
        default:
          return assertNever(outcome);
      }
    },
    [t, speaker],
  );
}
