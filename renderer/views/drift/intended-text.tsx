import { Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { FolderEntry } from '../../../shared/ipc/calls/profile.ts';
import type { DriftRow } from '../../../shared/model/drift.ts';
import { useFolders } from '../../api/folders.ts';
import { ValueText } from '../../components/value-text.tsx';

/** Who says what is intended, in words. */
export function sayIntendedBy(
  { intended }: Pick<DriftRow, 'intended'>,
  folders: readonly FolderEntry[],
  t: TFunction,
): string {
  if (intended.kind === 'disagree') {
    return t('drift:says.disagree', { tags: intended.tags.join(', ') });
  }
  const { source } = intended;
  if (source.kind === 'own') return t('drift:says.own');
  if (source.kind === 'tag') return t('drift:says.tag', { name: source.tag });
  const name = folders.find(({ id }) => id === source.id)?.name;
  return name === undefined ? t('drift:says.gone') : t('drift:says.folder', { name });
}

/** What is intended, and by whom. */
export function IntendedText({ row }: { row: DriftRow }) {
  const { t } = useTranslation();
  const folders = useFolders().value ?? [];
  return (
    <>
      {row.intended.kind === 'said' && (
        <ValueText setting={row.setting} value={row.intended.value} />
      )}
      <Text size="xs" c="dimmed">
        {sayIntendedBy(row, folders, t)}
      </Text>
    </>
  );
}
