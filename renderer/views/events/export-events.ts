import type { ProxyEvent } from '../../../shared/model/event.ts';
import type { EventFilter } from '../../../shared/model/event-filter.ts';
import type { EventFormat } from '../../../shared/texts/event-export.ts';
import { eventWriter } from '../../../shared/texts/event-export.ts';
import type { Client } from '../../api/client.ts';

/** Rows that are asked for at once. */
const pageSize = 1000;

export interface EventExportOptions {
  readonly format: EventFormat;
  readonly say: (event: ProxyEvent) => string;
  readonly signal: AbortSignal;
  /** Hears after each page how many there are so far. */
  readonly onProgress: (done: number) => void;
}

/** All events that are wanted, newest first, as a file. A page at a time: no more than one of them is kept as events. Rejects as a call does. */
export async function exportEvents(
  client: Client,
  filter: EventFilter,
  { format, say, signal, onProgress }: EventExportOptions,
): Promise<Blob> {
  const writer = eventWriter(format, say);
  const parts: Blob[] = [new Blob([writer.head])];
  let done = 0;
  for (let before: number | undefined; ; ) {
    const page = await client.call(
      'events.list',
      { ...filter, limit: pageSize, ...(before === undefined ? {} : { before }) },
      signal,
    );
    parts.push(new Blob([writer.rows(page)]));
    done += page.length;
    onProgress(done);
    before = page.at(-1)?.id;
    if (page.length < pageSize) break;
  }
  return new Blob([...parts, writer.tail], { type: writer.type });
}
