import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DraftField } from '../../../../shared/model/profile-merge.ts';
import { Callout } from '../../../components/callout.tsx';
import type { Elsewhere } from './use-elsewhere.ts';

/** Says that the profile was changed or removed elsewhere while its form is open, and what became of that here. Read out when it appears. */
export function ElsewhereCallout({ elsewhere }: { elsewhere: Elsewhere }) {
  const { t } = useTranslation();
  const { removed, takenOver, conflicts } = elsewhere;
  const names = (fields: readonly DraftField[]): string =>
    fields.map((field) => t(`profiles:fields.${field}.label`)).join(', ');
  const changed = takenOver.length > 0 || conflicts.length > 0;
  return (
    <div role="status" data-elsewhere={removed ? 'removed' : changed ? 'changed' : 'none'}>
      {removed ? (
        <Callout tone="warning" title={t('profiles:elsewhere.removed')}>
          <Text size="sm">{t('profiles:elsewhere.removedText')}</Text>
        </Callout>
      ) : (
        changed && (
          <Callout
            tone={conflicts.length > 0 ? 'warning' : 'info'}
            title={t('profiles:elsewhere.changed')}
          >
            {takenOver.length > 0 && (
              <Text size="sm">
                {t('profiles:elsewhere.takenOver', { fields: names(takenOver) })}
              </Text>
            )}
            {conflicts.length > 0 && (
              <Text size="sm">
                {t('profiles:elsewhere.decide', {
                  fields: names(conflicts.map(({ field }) => field)),
                })}
              </Text>
            )}
          </Callout>
        )
      )}
    </div>
  );
}
