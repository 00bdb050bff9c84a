import { ratesBetween } from '../../../../electron/fleet/rates.ts';
import type { Sample } from '../../../../shared/model/sample.ts';
import { sample } from '../../store/samples.ts';

/** What a proxy counted, as it was read every `everyMs` for so long. Times are milliseconds since the first reading. */
export interface Recording {
  readonly id: string;
  /** Epoch milliseconds of the first reading. */
  readonly from: number;
  readonly everyMs: number;
  readonly readings: number;
  /** Not read in these: from (inclusive) to (exclusive). */
  readonly gaps: readonly (readonly [from: number, to: number])[];
  /** It began to count anew just before the reading that comes then. */
  readonly restarts: readonly number[];
  /** Bytes and accesses of each reading since the one before, and the connections open then. */
  readonly loadAt: (index: number) => {
    readonly bytes: number;
    readonly accesses: number;
    readonly open: number;
  };
}

/** The readings as the fleet hands them to the history. */
export function samplesOf(recording: Recording): Sample[] {
  const { id, from, everyMs, readings, gaps, restarts, loadAt } = recording;
  const samples: Sample[] = [];
  let [bytes, accesses] = [1_000_000n, 1000n];
  let missing = false;
  for (let index = 0; index < readings; index++) {
    const time = index * everyMs;
    const load = loadAt(index);
    const began = restarts.some((at) => at > time - everyMs && at <= time);
    bytes = (began ? 0n : bytes) + BigInt(load.bytes);
    accesses = (began ? 0n : accesses) + BigInt(load.accesses);
    if (gaps.some(([start, end]) => time >= start && time < end)) {
      missing = true;
      continue;
    }
    // As timers come: a little late.
    const at = from + time + ((index * 37) % 400);
    const last = samples.at(-1);
    const reading = { now: at, wall: at, transferredBytes: bytes, accesses };
    const before = last === undefined ? null : { ...last, wall: last.at };
    const rates = ratesBetween(before, reading, missing);
    samples.push(
      sample(at, {
        profileId: id,
        connections: BigInt(load.open),
        transferredBytes: bytes,
        roundTripMs: 2,
        ...rates,
        accesses,
      }),
    );
    missing = false;
  }
  return samples;
}

/** The same as Prometheus has it from an exporter, as text for `promtool tsdb create-blocks-from openmetrics`. */
export function openMetricsOf(all: readonly (readonly Sample[])[]): string {
  const families: readonly (readonly [
    string,
    string,
    string,
    (s: Sample, i: number) => unknown,
  ])[] = [
    ['spcp_concurrent_connections', 'gauge', '', ({ connections }) => connections],
    ['spcp_transferred_bytes', 'counter', '_total', ({ transferredBytes }) => transferredBytes],
    ['spcp_accesses', 'counter', '_total', ({ accesses }) => accesses],
    ['spcp_round_trip_seconds_sum', 'unknown', '', (_, index) => (index + 1) * 0.002],
    ['spcp_round_trip_seconds_count', 'unknown', '', (_, index) => index + 1],
    ['spcp_missed_polls', 'counter', '_total', () => 0],
  ];
  const lines = families.flatMap(([name, type, ending, of]) => [
    `# TYPE ${name} ${type}`,
    ...all.flatMap((samples) =>
      samples.map(
        (each, index) =>
          `${name}${ending}{instance="a:1",name="mail",profile="${each.profileId}"} ${of(each, index)} ${each.at / 1000}`,
      ),
    ),
  ]);
  return `${lines.join('\n')}\n# EOF\n`;
}
