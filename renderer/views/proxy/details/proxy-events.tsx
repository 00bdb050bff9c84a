import { useTranslation } from 'react-i18next';
import type { ProxyEvent } from '../../../../shared/model/event.ts';
import type { Log } from '../../../api/logs.ts';
import { Panel } from '../../../components/panel.tsx';
import { Empty, ViewStates } from '../../../components/view-states.tsx';
import { EventTable } from '../../events/event-table.tsx';

/** What happened to one proxy. */
export function ProxyEvents({ log }: { log: Log<ProxyEvent> }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('proxy:events')}>
      <ViewStates
        loaded={log}
        isEmpty={({ rows }) => rows.length === 0}
        empty={<Empty title={t('events:empty')} text={t('events:emptyText')} />}
      >
        {({ rows, more }) => <EventTable events={rows} more={more} loadOlder={log.loadOlder} />}
      </ViewStates>
    </Panel>
  );
}
