import { Button, Group, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ErrorValue } from '../../../../../shared/errors.ts';
import { showHidden } from '../../../../../shared/model/hidden.ts';
import type { Format } from '../../../../../shared/texts/format.ts';
import { Callout } from '../../../../components/callout.tsx';
import { ValueText } from '../../../../components/value-text.tsx';
import { useFormat } from '../../../../format/use-format.ts';

/** Another value was there than the one seen: who set it, both values, and the way on. */
export function Conflict(props: { error: ErrorValue<'not-as-expected'>; onDismiss: () => void }) {
  const { error, onDismiss } = props;
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Callout role="alert" tone="warning" title={t('changes:conflict.title')} code={error.code}>
      <Text size="sm">
        {whoSet(t, format, error)} {t('changes:conflict.text')}
      </Text>
      {(['expected', 'found'] as const).map((name) => (
        <Group key={name} gap="xs" mt={6}>
          <Text span size="sm" c="dimmed" w={110}>
            {t(`changes:conflict.${name}`)}
          </Text>
          <ValueText setting="transformation" value={error.detail[name]} />
        </Group>
      ))}
      <Button size="xs" variant="default" mt="xs" onClick={onDismiss}>
        {t('changes:conflict.goOn')}
      </Button>
    </Callout>
  );
}

/** Who set the value that was found, as far as the audit log knows. */
function whoSet(t: TFunction, format: Format, { detail }: ErrorValue<'not-as-expected'>): string {
  if (detail.case !== 'seen' || detail.actor === null || detail.changedAt === null)
    return t('changes:conflict.unknown');
  const { own } = detail;
  const actor = showHidden(detail.actor);
  const when = format.dateTime(detail.changedAt);
  return own ? t('changes:conflict.own', { when }) : t('changes:conflict.other', { actor, when });
}
