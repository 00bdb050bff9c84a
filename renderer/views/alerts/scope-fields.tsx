import { NativeSelect, Select, Text, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { scopeTest, searchFaultOf } from '../../../shared/fleet/alerts/scope.ts';
import { longestScopeSearch } from '../../../shared/model/alert-rule.ts';
import { nameKey, tagsIn } from '../../../shared/model/name.ts';
import { useClasses } from '../../api/classes.ts';
import { useProfiles } from '../../api/profiles.ts';
import type { ScopeForm } from './scope-form.ts';

const kinds = ['all', 'folder', 'tag', 'search', 'proxy'] as const;

/** Chooses which proxies are meant. */
export function ScopeFields(props: {
  form: ScopeForm;
  change: (change: Partial<ScopeForm>) => void;
  /** Nothing is chosen, and that is to be shown. */
  fault: boolean;
}) {
  const { form, change } = props;
  const { t } = useTranslation();
  const profiles = useProfiles().value ?? [];
  const folders = useMemo(
    () => byKey([...profiles.flatMap(({ folder }) => pathsOf(folder)), form.folder]),
    [profiles, form.folder],
  );
  const tags = useMemo(
    () => byKey([...profiles.flatMap(({ tags: text }) => tagsIn(text)), form.tag]),
    [profiles, form.tag],
  );
  const common = {
    searchable: true,
    nothingFoundMessage: t('alerts:scopes.nothing'),
    error: props.fault ? t('alerts:faults.choose') : null,
  };
  return (
    <>
      <NativeSelect
        label={t('alerts:scopes.label')}
        value={form.scope}
        onChange={({ currentTarget }) =>
          change({ scope: kinds.find((kind) => kind === currentTarget.value) ?? '' })
        }
        data={[
          ...(form.scope === '' ? [{ value: '', label: t('alerts:scopes.choose') }] : []),
          ...kinds.map((kind) => ({ value: kind, label: t(`alerts:scopes.${kind}`) })),
        ]}
        error={form.scope === '' && common.error}
      />
      {form.scope === 'folder' && (
        <Select
          {...common}
          label={t('alerts:scopes.chooseFolder')}
          value={form.folder === '' ? null : form.folder}
          onChange={(folder) => change({ folder: folder ?? '' })}
          data={folders}
        />
      )}
      {form.scope === 'tag' && (
        <Select
          {...common}
          label={t('alerts:scopes.chooseTag')}
          value={form.tag === '' ? null : form.tag}
          onChange={(tag) => change({ tag: tag ?? '' })}
          data={tags}
        />
      )}
      {form.scope === 'search' && (
        <SearchField
          search={form.search}
          onChange={(search) => change({ search })}
          fault={props.fault}
        />
      )}
      {form.scope === 'proxy' && (
        <Select
          {...common}
          label={t('alerts:scopes.chooseProxy')}
          value={form.proxy === '' ? null : form.proxy}
          onChange={(proxy) => change({ proxy: proxy ?? '' })}
          data={profiles.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </>
  );
}

/** A search as that of the profiles, by what they say: of what a proxy does now a rule would lose hold as soon as it fires. */
function SearchField(props: {
  search: string;
  onChange: (search: string) => void;
  fault: boolean;
}) {
  const { search, onChange, fault } = props;
  const { t } = useTranslation();
  const profiles = useProfiles().value ?? [];
  const classes = useClasses();
  const wrong = search.trim() === '' ? null : searchFaultOf(search, classes);
  const found = useMemo(
    () => profiles.filter(scopeTest({ kind: 'search', search }, classes)).length,
    [profiles, search, classes],
  );
  return (
    <TextInput
      label={t('alerts:scopes.chooseSearch')}
      description={t('alerts:scopes.searchText')}
      placeholder="tag:mail -host:test"
      value={search}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      error={
        wrong === null
          ? fault && t('alerts:faults.search')
          : t(`alerts:faults.search-${wrong.kind}`, {
              word: wrong.kind === 'word' ? wrong.word : '',
            })
      }
      rightSection={
        <Text size="xs" c="dimmed" role="status">
          {search.trim() !== '' && wrong === null && t('alerts:scopes.found', { count: found })}
        </Text>
      }
      rightSectionWidth={110}
      rightSectionPointerEvents="none"
      maxLength={longestScopeSearch}
      autoComplete="off"
    />
  );
}

/** A folder and those that it lies in. */
function pathsOf(folder: string): readonly string[] {
  const parts = folder.split('/');
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'));
}

/** Each once, in order, without the empty one. */
function byKey(names: readonly string[]): string[] {
  const found = new Map(names.map((name) => [nameKey(name), name]));
  found.delete('');
  return [...found.values()].toSorted((a, b) => a.localeCompare(b));
}
