import { Button, Group, MultiSelect } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { eventKinds } from '../../../shared/model/event.ts';
import { useEventLog } from '../../api/logs.ts';
import { useProfiles } from '../../api/profiles.ts';
import { useViewState } from '../../api/view-state.ts';
import { PageTitle } from '../../components/page-title.tsx';
import { ProxyFilter } from '../../components/proxy-filter.tsx';
import { useAction } from '../../components/use-action.tsx';
import { Empty, ViewStates } from '../../components/view-states.tsx';
import { eventsSearch } from '../../searches.ts';
import { ofKinds } from './event-filter.ts';
import { EventTable } from './event-table.tsx';
import classes from './events-page.module.css';

/** What happened to the proxies, newest first and live. */
export default function EventsPage() {
  const { t } = useTranslation();
  const profiles = useProfiles().value ?? [];
  const [{ proxy, kinds }, setView] = useViewState(eventsSearch);
  const log = useEventLog(proxy);
  const older = useAction();
  const known = useMemo(() => new Set(profiles.map(({ id }) => id)), [profiles]);
  const filtered = proxy !== undefined || kinds.length > 0;
  const clear = (): void => setView({ proxy: undefined, kinds: [] });
  return (
    <>
      <PageTitle title={t('pages.events')} description={t('events:description')} />
      <Group gap="sm" mb="sm" align="flex-end">
        <ProxyFilter
          profiles={profiles}
          value={proxy}
          onChange={(next) => setView({ proxy: next })}
        />
        <MultiSelect
          size="xs"
          miw={240}
          maw={520}
          label={t('events:filterKind')}
          placeholder={kinds.length === 0 ? t('events:allKinds') : ''}
          value={[...kinds]}
          onChange={(next) => setView({ kinds: eventKinds.filter((kind) => next.includes(kind)) })}
          clearable
          clearButtonProps={{ 'aria-label': t('events:clearKinds') }}
          data={eventKinds.map((kind) => ({ value: kind, label: t(`events:kinds.${kind}`) }))}
        />
        {filtered && (
          <Button size="xs" variant="subtle" onClick={clear}>
            {t('events:clearFilters')}
          </Button>
        )}
      </Group>
      <div className={classes.surface}>
        <ViewStates
          loaded={log}
          isEmpty={({ rows }) => rows.length === 0 && !filtered}
          empty={<Empty title={t('events:empty')} text={t('events:emptyText')} />}
        >
          {({ rows, more }) => {
            const shown = ofKinds(rows, kinds);
            if (shown.length > 0) {
              return (
                <EventTable events={shown} known={known} more={more} loadOlder={log.loadOlder} />
              );
            }
            return (
              <Empty title={t('events:noneFits')}>
                <Group gap="xs">
                  <Button size="xs" variant="default" onClick={clear}>
                    {t('events:clearFilters')}
                  </Button>
                  {more && (
                    <Button
                      size="xs"
                      variant="default"
                      loading={older.busy}
                      onClick={() => older.run(log.loadOlder)}
                    >
                      {t('events:older')}
                    </Button>
                  )}
                </Group>
              </Empty>
            );
          }}
        </ViewStates>
      </div>
    </>
  );
}
