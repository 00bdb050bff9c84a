import { Button, Group, MultiSelect, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import { ProxyFilter } from '../../components/proxy-filter.tsx';
import { useFilterText } from './use-filter-text.ts';

interface LogFiltersProps<T extends string> {
  readonly text: {
    readonly label: string;
    readonly hint: string;
    readonly value: string | undefined;
  };
  readonly profiles: readonly ProfileEntry[];
  readonly proxy: string | undefined;
  /** What rows are told apart by first. */
  readonly kinds: {
    readonly label: string;
    readonly any: string;
    readonly clear: string;
    readonly all: readonly T[];
    readonly chosen: readonly T[];
    readonly nameOf: (kind: T) => string;
    readonly onChange: (chosen: readonly T[]) => void;
  };
  readonly onChange: (change: {
    readonly text?: string | undefined;
    readonly proxy?: string | undefined;
  }) => void;
  /** What else is always there. */
  readonly beside?: ReactNode;
  /** The others, which are shown where they are asked for, or `used`. */
  readonly others: ReactNode;
  readonly used: boolean;
  /** Anything is chosen. */
  readonly filtered: boolean;
  readonly onClear: () => void;
}

/** Chooses which rows of a log are shown: the usual ones at once, the others where they are asked for or in use. */
export function LogFilters<T extends string>(props: LogFiltersProps<T>) {
  const { text, kinds, used, onChange } = props;
  const { t } = useTranslation();
  const [typed, setTyped] = useFilterText(text.value ?? '', onChange);
  const [asked, setAsked] = useState(false);
  return (
    <Group gap="sm" mb="sm" align="flex-end">
      <TextInput
        size="xs"
        w={200}
        type="search"
        label={text.label}
        placeholder={text.hint}
        maxLength={300}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <ProxyFilter
        profiles={props.profiles}
        value={props.proxy}
        onChange={(proxy) => onChange({ proxy })}
      />
      <MultiSelect
        size="xs"
        miw={200}
        maw={520}
        label={kinds.label}
        placeholder={kinds.chosen.length === 0 ? kinds.any : ''}
        value={[...kinds.chosen]}
        onChange={(next) =>
          kinds.onChange(kinds.all.filter((kind) => next.some((each) => each === kind)))
        }
        clearable
        clearButtonProps={{ 'aria-label': kinds.clear }}
        data={kinds.all.map((kind) => ({ value: kind, label: kinds.nameOf(kind) }))}
      />
      {props.beside}
      {(asked || used) && props.others}
      {!used && (
        <Button size="xs" variant="subtle" aria-expanded={asked} onClick={() => setAsked(!asked)}>
          {t(asked ? 'audit:fewerFilters' : 'audit:moreFilters')}
        </Button>
      )}
      {props.filtered && (
        <Button
          size="xs"
          variant="subtle"
          onClick={() => {
            setTyped('');
            props.onClear();
          }}
        >
          {t('events:clearFilters')}
        </Button>
      )}
    </Group>
  );
}
