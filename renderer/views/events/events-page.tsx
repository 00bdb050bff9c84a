import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { keptEvents } from '../../../shared/model/event.ts';
import { useApi } from '../../api/context.ts';
import { useEventCount, useEventLog } from '../../api/logs.ts';
import { useProfiles } from '../../api/profiles.ts';
import { LogExport } from '../../components/log-export.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Empty, ViewStates } from '../../components/view-states.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useSpeaker } from '../../format/use-speaker.ts';
import { EventCountLine } from './event-count.tsx';
import { EventFilters } from './event-filters.tsx';
import { EventTable } from './event-table.tsx';
import classes from './events-page.module.css';
import { exportEvents } from './export-events.ts';
import { useEventsView } from './use-events-view.ts';

/** What happened to the proxies, newest first and live. */
export default function EventsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const speaker = useSpeaker();
  const { client } = useApi();
  const profiles = useProfiles().value ?? [];
  const events = useEventsView();
  const { filter, ready, filtered, clear } = events;
  const log = useEventLog(filter, ready);
  const count = useEventCount(filter, ready);
  const known = useMemo(() => new Set(profiles.map(({ id }) => id)), [profiles]);
  return (
    <>
      <PageTitle
        title={t('pages.events')}
        description={t('events:description', { kept: format.number(keptEvents) })}
      >
        <LogExport
          name="events"
          // Of very many it is not known.
          of={count === null || count.more ? null : count.count}
          write={(format, run) =>
            exportEvents(client, filter, { format, say: speaker.event, ...run })
          }
        />
      </PageTitle>
      <EventFilters of={events} profiles={profiles} />
      <EventCountLine filter={filter} count={count} />
      <div className={classes.surface}>
        <ViewStates
          loaded={log}
          isEmpty={({ rows }) => rows.length === 0 && !filtered}
          empty={<Empty title={t('events:empty')} text={t('events:emptyText')} />}
        >
          {({ rows, more }) =>
            rows.length > 0 ? (
              <EventTable events={rows} known={known} more={more} loadOlder={log.loadOlder} />
            ) : (
              <Empty title={t('events:noneFits')}>
                <Button size="xs" variant="default" onClick={clear}>
                  {t('events:clearFilters')}
                </Button>
              </Empty>
            )
          }
        </ViewStates>
      </div>
    </>
  );
}
