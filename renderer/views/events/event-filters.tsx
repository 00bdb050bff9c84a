import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import { tagsIn } from '../../../shared/model/name.ts';
import { eventKinds, severities } from '../../../shared/model/severities.ts';
import { FolderFilter } from '../../components/log-filters/folder-filter.tsx';
import { MomentField } from '../../components/log-filters/moment-field.tsx';
import { OneOf, withChosen } from '../../components/log-filters/one-of.tsx';
import { LogFilters } from '../../fleet/filter/log-filters.tsx';
import { eventSpans } from '../../searches.ts';
import type { useEventsView } from './use-events-view.ts';

/** Chooses which events are shown. */
export function EventFilters(props: {
  of: ReturnType<typeof useEventsView>;
  profiles: readonly ProfileEntry[];
}) {
  const { view, change, filtered, clear } = props.of;
  const { t } = useTranslation();
  return (
    <LogFilters
      text={{ label: t('events:filterText'), hint: t('events:textHint'), value: view.text }}
      profiles={props.profiles}
      proxy={view.proxy}
      kinds={{
        label: t('events:filterKind'),
        any: t('events:allKinds'),
        clear: t('events:clearKinds'),
        all: eventKinds,
        chosen: view.kinds,
        nameOf: (kind) => t(`events:kinds.${kind}`),
        onChange: (kinds) => change({ kinds }),
      }}
      onChange={change}
      beside={<SpanFilter of={props.of} />}
      others={<Others {...props} />}
      used={[view.severity, view.folder, view.tag].some((each) => each !== undefined)}
      filtered={filtered}
      onClear={clear}
    />
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
