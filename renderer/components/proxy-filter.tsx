import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../shared/ipc/contract.ts';

/** Chooses the one proxy that a log is to be of; none for all. */
export function ProxyFilter(props: {
  readonly profiles: readonly ProfileEntry[];
  readonly value: string | undefined;
  readonly onChange: (id: string | undefined) => void;
}) {
  const { t } = useTranslation();
  return (
    <Select
      size="xs"
      w={220}
      label={t('events:filterProxy')}
      placeholder={t('events:allProxies')}
      value={props.value ?? null}
      onChange={(next) => props.onChange(next ?? undefined)}
      clearable
      searchable
      nothingFoundMessage={t('events:nothingFound')}
      clearButtonProps={{ 'aria-label': t('events:clearProxy') }}
      data={props.profiles.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
