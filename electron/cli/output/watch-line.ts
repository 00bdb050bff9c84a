import type { Sample } from '../../../shared/model/sample.ts';
import type { CommandLineTexts } from '../../../shared/texts/command-line-texts.ts';
import type { MetricsReading } from '../../spcp/client.ts';
import { countersText } from '../../spcp/counters-text.ts';
import { line } from './table.ts';

type WatchTexts = CommandLineTexts['watch'];

const columns = [
  ['time', 8],
  ['connections', 11],
  ['bytes', 20],
  ['bytesPerSecond', 14],
  ['accesses', 14],
  ['accessesPerSecond', 10],
  ['note', 0],
] as const;
const widths = columns.map(([, width]) => width);
const numbers = new Set([1, 2, 3, 4, 5]);

/** The titles above the lines of `watch`. */
export function watchHeader(texts: WatchTexts): string {
  const titles = columns.map(([name]) => texts[name]);
  return line(titles, widths, numbers);
}

/** One reading: for machines, and aligned under the header. A rate is `-` where it is not known. */
export function watchLine(
  texts: WatchTexts,
  sample: Sample,
  { implausible, roundTripMs }: MetricsReading,
): readonly [value: unknown, lines: readonly string[]] {
  const { at, restart, bytesPerSecond, accessesPerSecond } = sample;
  const counters = countersText(sample);
  const notes = [
    ...(restart ? [texts.restarted] : []),
    ...(implausible ? [texts.implausible] : []),
  ];
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
