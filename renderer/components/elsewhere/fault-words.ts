import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '../../../shared/assert.ts';
import type { HistoryFault } from '../../../shared/model/history-from.ts';
import { inOneLine } from '../../../shared/texts/texts.ts';
import { useSpeaker } from '../../format/use-speaker.ts';

/** Why a Prometheus could not be read, in words. */
export function useFaultWords(): (fault: HistoryFault) => string {
  const { t } = useTranslation();
  const speaker = useSpeaker();
  return useCallback(
    (fault) => {
      switch (fault.kind) {
        case 'unreachable':
          return t('elsewhere:faults.unreachable', { code: fault.code });
        case 'timeout':
          return t('elsewhere:faults.timeout', {
            time: speaker.format.duration(fault.seconds * 1000),
          });
        case 'unauthorized':
        case 'redirected':
          return t(`elsewhere:faults.${fault.kind}`, { status: fault.status });
        case 'unavailable':
        case 'refused':
          return t(`elsewhere:faults.${fault.kind}`, {
            status: fault.status,
            said: fault.said,
          }).trim();
        case 'not-prometheus':
        case 'no-secret':
          return t(`elsewhere:faults.${fault.kind}`);
        case 'too-large':
          return t('elsewhere:faults.too-large', { size: speaker.format.bytes(fault.bytes) });
        case 'vault':
          return t('elsewhere:faults.vault', { why: inOneLine(speaker.error(fault.error)) });
        default:
          return assertNever(fault);
      }
    },
    [t, speaker],
  );
}
