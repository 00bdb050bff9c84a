import type { Sample } from '../../../shared/model/sample.ts';
import type { MetricsReading } from '../../spcp/client.ts';
import { line } from './table.ts';

const columns = [
  ['time', 8],
  ['connections', 11],
  ['bytes', 20],
  ['bytes/s', 14],
  ['accesses', 14],
  ['accesses/s', 10],
  ['note', 0],
] as const;
const titles = columns.map(([title]) => title);
const widths = columns.map(([, width]) => width);
const numbers = new Set([1, 2, 3, 4, 5]);

/** The titles above the lines of `watch`. */
export function watchHeader(): string {
  return line(titles, widths, numbers);
}

/** One reading: for machines, and aligned under the header. A rate is `-` where it is not known. */
export function watchLine(
  sample: Sample,
  { implausible, roundTripMs }: MetricsReading,
): readonly [value: unknown, lines: readonly string[]] {
  const { at, restart, bytesPerSecond, accessesPerSecond } = sample;
  const counters = {
    connections: String(sample.connections),
    transferredBytes: String(sample.transferredBytes),
    accesses: String(sample.accesses),
  };
  const notes = [...(restart ? ['restarted'] : []), ...(implausible ? ['implausible'] : [])];
  const cells = [
    timeOfDay(at),
    counters.connections,
    counters.transferredBytes,
    bytesPerSecond === null ? '-' : bytesPerSecond.toFixed(0),
    counters.accesses,
    accessesPerSecond === null ? '-' : accessesPerSecond.toFixed(2),
    notes.join(', '),
  ];
  return [
    { at, ...counters, implausible, roundTripMs, bytesPerSecond, accessesPerSecond, restart },
    [line(cells, widths, numbers)],
  ];
}

/** Local time of an epoch in milliseconds, `14:03:07`. */
export function timeOfDay(at: number): string {
  return new Date(at).toTimeString().slice(0, 8);
}
