import { Code, Text } from '@mantine/core';
import { Trans, useTranslation } from 'react-i18next';
import { useManaged } from '../../api/managed.ts';
import { Callout } from '../callout.tsx';

/** Says of a profile or a folder why it cannot be edited, who says so, and what can be done instead. */
export function ManagedCallout({
  what,
  notes = '',
}: {
  what: 'profile' | 'folder';
  notes?: string;
}) {
  const { t } = useTranslation();
  const managed = useManaged();
  if (managed === null) return null;
  const { by, file } = managed;
  return (
    <Callout tone="info" title={t('managed:by', { by })} code="managed">
      <Text size="sm">
        <Trans
          t={t}
          i18nKey={`managed:why.${what}`}
          values={{ by, file }}
          components={{ file: <Code /> }}
        />
      </Text>
      {notes !== '' && (
        <>
          <Text size="sm" fw={600} mt={6}>
            {t('managed:notes', { by })}
          </Text>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {notes}
          </Text>
        </>
      )}
    </Callout>
  );
}
