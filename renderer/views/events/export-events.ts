import type { ProxyEvent } from '../../../shared/model/event.ts';
import type { EventFilter } from '../../../shared/model/event-filter.ts';
import type { EventFormat } from '../../../shared/texts/event-export.ts';
import { eventWriter } from '../../../shared/texts/event-export.ts';
import type { Client } from '../../api/client.ts';
import { type ExportRun, eachLogPage } from '../../api/log-pages.ts';

export interface EventExportOptions extends ExportRun {
  readonly format: EventFormat;
  readonly say: (event: ProxyEvent) => string;
}

/** All events that are wanted, newest first, as a file. A page at a time: no more than one of them is kept as events. Rejects as a call does. */
export async function exportEvents(
  client: Client,
  filter: EventFilter,
  { format, say, ...run }: EventExportOptions,
): Promise<Blob> {
  const writer = eventWriter(format, say);
  const parts: Blob[] = [new Blob([writer.head])];
  await eachLogPage(
    (page, signal) => client.call('events.list', { ...filter, ...page }, signal),
    run,
    (events) => parts.push(new Blob([writer.rows(events)])),
  );
  return new Blob([...parts, writer.tail], { type: writer.type });
}
