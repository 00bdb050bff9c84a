import { NativeSelect, Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { nameKey, tagsIn } from '../../../shared/model/name.ts';
import { useProfiles } from '../../api/profiles.ts';
import type { ScopeForm } from './scope-form.ts';

const kinds = ['all', 'folder', 'tag', 'proxy'] as const;

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
          change({ scope: kinds.find((kind) => kind === currentTarget.value) ?? 'all' })
        }
        data={kinds.map((kind) => ({ value: kind, label: t(`alerts:scopes.${kind}`) }))}
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
