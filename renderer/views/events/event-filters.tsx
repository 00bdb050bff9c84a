import { Button, Group, MultiSelect, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import { eventKinds } from '../../../shared/model/event.ts';
import { severities } from '../../../shared/model/event-filter.ts';
import { tagsIn } from '../../../shared/model/name.ts';
import { FolderFilter } from '../../components/log-filters/folder-filter.tsx';
import { MomentField } from '../../components/log-filters/moment-field.tsx';
import { OneOf, withChosen } from '../../components/log-filters/one-of.tsx';
import { ProxyFilter } from '../../components/proxy-filter.tsx';
import { useFilterText } from '../../fleet/filter/use-filter-text.ts';
import { eventSpans } from '../../searches.ts';
import type { useEventsView } from './use-events-view.ts';

/** Chooses which events are shown: the usual ones at once, the others where they are asked for or in use. */
export function EventFilters(props: {
  of: ReturnType<typeof useEventsView>;
  profiles: readonly ProfileEntry[];
}) {
  const { view, change, filtered, clear } = props.of;
  const { t } = useTranslation();
  const [typed, setTyped] = useFilterText(view.text ?? '', change);
  const used = [view.severity, view.folder, view.tag].some((each) => each !== undefined);
  const [asked, setAsked] = useState(false);
  return (
    <Group gap="sm" mb="sm" align="flex-end">
      <TextInput
        size="xs"
        w={200}
        type="search"
        label={t('events:filterText')}
        placeholder={t('events:textHint')}
        maxLength={300}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <ProxyFilter
        profiles={props.profiles}
        value={view.proxy}
        onChange={(proxy) => change({ proxy })}
      />
      <MultiSelect
        size="xs"
        miw={240}
        maw={520}
        label={t('events:filterKind')}
        placeholder={view.kinds.length === 0 ? t('events:allKinds') : ''}
        value={[...view.kinds]}
        onChange={(next) => change({ kinds: eventKinds.filter((kind) => next.includes(kind)) })}
        clearable
        clearButtonProps={{ 'aria-label': t('events:clearKinds') }}
        data={eventKinds.map((kind) => ({ value: kind, label: t(`events:kinds.${kind}`) }))}
      />
      <SpanFilter of={props.of} />
      {(asked || used) && <Others {...props} />}
      {!used && (
        <Button size="xs" variant="subtle" aria-expanded={asked} onClick={() => setAsked(!asked)}>
          {t(asked ? 'audit:fewerFilters' : 'audit:moreFilters')}
        </Button>
      )}
      {filtered && (
        <Button
          size="xs"
          variant="subtle"
          onClick={() => {
            setTyped('');
            clear();
          }}
        >
          {t('events:clearFilters')}
        </Button>
      )}
    </Group>
  );
}

/** A span up to now, or one from a moment to another. */
function SpanFilter({ of: { view, change } }: { of: ReturnType<typeof useEventsView> }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const isCustom = asked || view.from !== undefined || view.to !== undefined;
  return (
    <>
      <OneOf
        label={t('events:filterSpan')}
        value={view.span ?? (isCustom ? 'custom' : undefined)}
        onChange={(next) => {
          setAsked(next === 'custom');
          if (next === 'custom') change({ span: undefined });
          else change({ span: next, from: undefined, to: undefined });
        }}
        data={[...eventSpans, 'custom' as const].map((span) => ({
          value: span,
          label: t(`events:spans.${span}`),
        }))}
      />
      {isCustom && view.span === undefined && (
        <>
          <MomentField
            label={t('audit:filterFrom')}
            value={view.from}
            onChange={(from) => change({ from })}
          />
          <MomentField
            label={t('audit:filterTo')}
            value={view.to}
            onChange={(to) => change({ to })}
          />
        </>
      )}
    </>
  );
}

function Others({ of: { view, change }, profiles }: Parameters<typeof EventFilters>[0]) {
  const { t } = useTranslation();
  const tags = useMemo(
    () => [...new Set(profiles.flatMap((profile) => tagsIn(profile.tags)))].sort(),
    [profiles],
  );
  return (
    <>
      <OneOf
        label={t('events:filterSeverity')}
        value={view.severity}
        onChange={(severity) => change({ severity })}
        data={severities.map((severity) => ({
          value: severity,
          label: t(`events:severities.${severity}`),
        }))}
      />
      <FolderFilter value={view.folder} onChange={(folder) => change({ folder })} />
      <OneOf
        label={t('events:filterTag')}
        value={view.tag}
        onChange={(tag) => change({ tag })}
        data={withChosen(tags, view.tag)}
      />
    </>
  );
}
