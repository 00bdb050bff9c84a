import type { ProxyEvent } from '../model/event.ts';
import { severityOf } from '../model/event-filter.ts';
import { csvLines } from './csv.ts';

/** In which formats events are exported. */
export const eventFormats = ['csv', 'json'] as const;
export type EventFormat = (typeof eventFormats)[number];

const fields = ['id', 'at', 'severity', 'kind', 'profileName', 'profileId', 'text', 'detail'];

/** Writes an export part by part: the head, rows as often as there are any, and the tail. */
export interface EventWriter {
  readonly type: string;
  readonly head: string;
  rows(events: readonly ProxyEvent[]): string;
  readonly tail: string;
}

/**
 * As CSV a line for each event: times are ISO 8601 in UTC, `text` is the sentence that `say` makes of the facts, and `detail` the facts as JSON. As
 * JSON one array of the events as they are kept, one on each line.
 */
export function eventWriter(format: EventFormat, say: (event: ProxyEvent) => string): EventWriter {
  if (format === 'csv')
    return {
      type: 'text/csv',
      head: csvLines([fields]),
      rows: (events) => csvLines(events.map((event) => lineOf(event, say(event)))),
      tail: '',
    };
  let written = 0;
  return {
    type: 'application/json',
    head: '[',
    rows: (events) =>
      events.map((event) => `${written++ === 0 ? '' : ','}\n${JSON.stringify(event)}`).join(''),
    tail: '\n]\n',
  };
}

function lineOf(event: ProxyEvent, text: string): readonly string[] {
  const { id, at, kind, profileName, profileId, detail } = event;
  return [
    String(id),
    new Date(at).toISOString(),
    severityOf(event),
    kind,
    profileName,
    profileId,
    text,
    JSON.stringify(detail),
  ];
}
