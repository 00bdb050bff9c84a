import { Group, NativeSelect, Select, TextInput } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterInput } from '../../fleet/filter/filter-field.tsx';
import { FilterProblems } from '../../fleet/filter/filter-problems.tsx';
import type { Wanted } from './use-wanted.ts';

const scopes = ['all', 'folder', 'tag', 'search'] as const;
const spans = ['day', 'week', 'month', 'days'] as const;
const which = ['no', 'yes'] as const;

/** Chooses of which proxies and over which days a report is made; Enter in the search makes it. */
export function ReportFields({ wanted, onMake }: { wanted: Wanted; onMake: () => void }) {
  const { view, change } = wanted;
  const { t } = useTranslation();
  return (
    <Group gap="sm" align="flex-end" mb="sm">
      <NativeSelect
        size="xs"
        label={t('report:proxies')}
        value={view.by}
        onChange={({ currentTarget }) =>
          change({ by: scopes.find((each) => each === currentTarget.value) ?? 'all' })
        }
        data={scopes.map((value) => ({ value, label: t(`report:by.${value}`) }))}
      />
      {(view.by === 'folder' || view.by === 'tag') && (
        <Select
          size="xs"
          label={t(`report:by.${view.by}`)}
          value={view[view.by] === '' ? null : view[view.by]}
          onChange={(chosen) => change({ [view.by]: chosen ?? '' })}
          data={[...(view.by === 'folder' ? wanted.folders : wanted.tags)]}
          searchable
          nothingFoundMessage={t('report:nothingFound')}
        />
      )}
      {view.by === 'search' && <Search wanted={wanted} onMake={onMake} />}
      <NativeSelect
        size="xs"
        label={t('report:span')}
        value={view.span}
        onChange={({ currentTarget }) =>
          change({ span: spans.find((each) => each === currentTarget.value) ?? 'day' })
        }
        data={spans.map((value) => ({ value, label: t(`report:spans.${value}`) }))}
      />
      {view.span !== 'days' && (
        <NativeSelect
          size="xs"
          label={t('report:which')}
          value={view.last}
          onChange={({ currentTarget }) =>
            change({ last: which.find((each) => each === currentTarget.value) ?? 'no' })
          }
          data={which.map((value) => ({ value, label: t(`report:last.${value}`) }))}
        />
      )}
      {view.span === 'days' &&
        (['from', 'to'] as const).map((end) => (
          <TextInput
            key={end}
            size="xs"
            type="date"
            label={t(`report:${end}`)}
            value={view[end]}
            onChange={({ currentTarget }) => change({ [end]: currentTarget.value })}
          />
        ))}
    </Group>
  );
}

function Search({ wanted, onMake }: { wanted: Wanted; onMake: () => void }) {
  const { view, typed, setTyped, problems } = wanted;
  const { t } = useTranslation();
  const told = useId();
  return (
    <div>
      <FilterInput
        label={t('report:by.search')}
        typed={typed}
        onTyped={setTyped}
        shown={view.text}
        problems={problems.length > 0 ? told : undefined}
        onLeave={() => undefined}
        onEnter={onMake}
      />
      <FilterProblems id={told} problems={problems} nothingFits={false} />
    </div>
  );
}
