import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../../components/callout.tsx';

/** Says that what a form is of was changed or removed elsewhere, and what became of that here; fields by their labels. Read out when it appears. */
export function ElsewhereCallout(props: {
  readonly texts: {
    readonly changed: string;
    readonly removed: string;
    readonly removedText: string;
  };
  readonly removed: boolean;
  readonly takenOver: readonly string[];
  readonly conflicts: readonly string[];
}) {
  const { t } = useTranslation();
  const { texts, removed, takenOver, conflicts } = props;
  const changed = takenOver.length > 0 || conflicts.length > 0;
  return (
    <div role="status" data-elsewhere={removed ? 'removed' : changed ? 'changed' : 'none'}>
      {removed ? (
        <Callout tone="warning" title={texts.removed}>
          <Text size="sm">{texts.removedText}</Text>
        </Callout>
      ) : (
        changed && (
          <Callout tone={conflicts.length > 0 ? 'warning' : 'info'} title={texts.changed}>
            {takenOver.length > 0 && (
              <Text size="sm">
                {t('profiles:elsewhere.takenOver', { fields: takenOver.join(', ') })}
              </Text>
            )}
            {conflicts.length > 0 && (
              <Text size="sm">
                {t('profiles:elsewhere.decide', { fields: conflicts.join(', ') })}
              </Text>
            )}
          </Callout>
        )
      )}
    </div>
  );
}
