import { Table } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { consoleId, type ProxyEvent } from '../../../shared/model/event.ts';
import { OlderButton } from '../../components/older-button.tsx';
import { RouteLink } from '../../components/route-link.tsx';
import { useNow } from '../../components/use-now.ts';
import { useSpeaker } from '../../format/use-speaker.ts';
import { paths } from '../../routes.ts';
import { EventKind } from './event-kind.tsx';
import classes from './event-table.module.css';

/** Events, newest first, and what fetches older ones. */
export function EventTable(props: {
  events: readonly ProxyEvent[];
  /** Whose page can be opened; without it the proxy's column is left out. */
  known?: ReadonlySet<string>;
  more: boolean;
  loadOlder: () => Promise<void>;
}) {
  const { t } = useTranslation();
  const now = useNow();
  return (
    <>
      <Table.ScrollContainer minWidth={560} type="native">
        <Table className={classes.table} verticalSpacing={6} aria-label={t('pages.events')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('events:when')}</Table.Th>
              {props.known !== undefined && <Table.Th scope="col">{t('events:proxy')}</Table.Th>}
              <Table.Th scope="col">{t('events:what')}</Table.Th>
              <Table.Th scope="col">{t('events:detail')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {props.events.map((event) => (
              <EventRow
                key={event.id}
                event={event}
                // Coarse, so that a row renders again only when its text changes.
                now={roughly(now, event.at)}
                proxy={props.known === undefined ? null : props.known.has(event.profileId)}
              />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {props.more && <OlderButton label={t('events:older')} load={props.loadOlder} />}
    </>
  );
}

const minute = 60_000;

/** `now` in steps as coarse as the distance is shown. */
function roughly(now: number, at: number): number {
  const step = now - at < minute ? 1000 : minute;
  // Never the same moment: that would be shown as one to come.
  return at + Math.max(1, Math.floor((now - at) / step) * step);
}

const EventRow = memo(function EventRow(props: {
  event: ProxyEvent;
  now: number;
  /** Null without a column for the proxy; else whether it has a page. */
  proxy: boolean | null;
}) {
  const { event } = props;
  const { t } = useTranslation();
  const speaker = useSpeaker();
  const { format } = speaker;
  return (
    <Table.Tr>
      <Table.Td className={classes.when}>
        <span>{format.relative(event.at, props.now)}</span>
        <time dateTime={new Date(event.at).toISOString()}>{format.dateTime(event.at)}</time>
      </Table.Td>
      {props.proxy !== null && (
        <Table.Td>
          {props.proxy ? (
            <RouteLink to={paths.proxy(event.profileId)} size="sm">
              {event.profileName}
            </RouteLink>
          ) : event.profileId === consoleId ? (
            t('events:thisConsole')
          ) : (
            event.profileName
          )}
        </Table.Td>
      )}
      <Table.Td>
        <EventKind kind={event.kind} />
      </Table.Td>
      <Table.Td className={classes.facts}>{speaker.event(event)}</Table.Td>
    </Table.Tr>
  );
});
