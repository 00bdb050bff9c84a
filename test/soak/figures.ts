import { type HeapPoint, noGrowth, slopeOf } from '../bench/support/heap.ts';
import { quantile } from '../bench/support/measure.ts';
import type { Row } from '../bench/support/row.ts';
import type { Unexplained } from './ledger.ts';
import type { Measured } from './meter.ts';
import type { LeftOver } from './rest.ts';

/** What a soak has found, or found so far. */
export interface Findings {
  readonly samples: readonly Measured[];
  readonly unexplained: Unexplained;
  /** Polls that were missed because of misfortunes, and all that were made. */
  readonly missedInMisfortunes: number;
  /** The proxies' process did nothing for a while. */
  readonly missedInStandstill: number;
  /** Of that process, milliseconds. */
  readonly longestWaitOfProxies: number;
  readonly polls: number;
  /** By name, how often. */
  readonly misfortunes: Readonly<Record<string, number>>;
  readonly faults: readonly string[];
  /** Associations beside the first of the same proxy that stayed so for longer than a server takes to give up a peer. */
  readonly twins: number;
  readonly alertsFired: number;
  readonly messagesReceived: number;
  /** At rest at the end; null where the soak was ended before. */
  readonly rest: LeftOver | null;
  /** By the servers' count, after the console was closed. */
  readonly associationsAfterClose: number;
}

/** Shorter than that, a heap's slope is that of the minute it was measured in; seconds. */
const judgedFromSeconds = 300;
const mebibyte = 1_048_576;
const most = (value: number) => ({ budget: { of: 'value', most: value } }) as const;

/** Each figure with its budget. README.md says where the budgets are from. */
export function figuresOf(findings: Findings): Row[] {
  const { samples, unexplained, rest, polls } = findings;
  const [first] = samples;
  const last = samples.at(-1);
  if (first === undefined || last === undefined) throw new Error('nothing was measured');
  const found = (what: string, value: number, unit = ''): Row => ({
    what,
    value,
    unit,
    ...most(0),
  });
  return [
    ...heapRows(samples),
    {
      what: 'memory at the most',
      value: Math.max(...samples.map(({ resident }) => resident)),
      unit: 'MB',
      beside: { what: 'at the start', value: first.resident },
      ...most(350),
    },
    ...(rest === null ? [] : restRows(rest)),
    found('associations left after the console was closed', findings.associationsAfterClose),
    found('associations that outlived their session', findings.twins),
    found('sessions lost without a misfortune', unexplained.lost),
    found('proxies not reached again in time', unexplained.late.size),
    found('polls missed without a misfortune', unexplained.missed, `of ${polls}`),
    { what: 'polls missed in misfortunes', value: findings.missedInMisfortunes, unit: '' },
    {
      what: "polls missed while the proxies' process stood still",
      value: findings.missedInStandstill,
      unit: '',
    },
    found('faults logged', findings.faults.length),
    {
      what: 'event loop, p99 (median of all samples)',
      value: quantile(
        samples.map(({ delayP99 }) => delayP99),
        0.5,
      ),
      unit: 'ms',
      ...most(100),
    },
    {
      what: 'event loop, longest wait',
      value: Math.max(...samples.map(({ delayMost }) => delayMost)),
      unit: 'ms',
      beside: { what: 'the proxies', value: findings.longestWaitOfProxies },
      ...most(1000),
    },
    {
      what: 'database and journal',
      value: last.databaseBytes / mebibyte,
      unit: 'MiB',
      beside: { what: 'at the start', value: first.databaseBytes / mebibyte },
      // A journal is written back at 4 MiB and may be of several while a checkpoint waits.
      ...most(16 + (polls * 200) / mebibyte),
    },
    { what: 'alerts fired', value: findings.alertsFired, unit: '' },
    { what: 'messages taken by the webhook', value: findings.messagesReceived, unit: '' },
    ...Object.entries(findings.misfortunes).map(([what, value]) => ({
      what: `misfortune: ${what}`,
      value,
      unit: '',
    })),
    {
      what: 'load of the machine (median)',
      value: quantile(
        samples.map(({ load }) => load),
        0.5,
      ),
      unit: '',
    },
  ];
}

function heapRows(samples: readonly Measured[]): Row[] {
  const half = samples.slice(Math.floor(samples.length / 2));
  const points: HeapPoint[] = half.map(({ at, heap }) => ({ at, used: heap }));
  const [from, to] = [points[0], points.at(-1)];
  if (from === undefined || to === undefined || from === to) return [];
  const perHour = 3_600_000 / mebibyte;
  const isJudged = to.at - from.at >= judgedFromSeconds;
  return [
    {
      what: isJudged
        ? 'heap, slope over the second half'
        : 'heap, slope over the second half (too short to be judged)',
      value: slopeOf(points) * perHour,
      unit: 'MiB/h',
      ...(isJudged ? most(noGrowth * perHour) : {}),
    },
    {
      what: 'heap at the end',
      value: (to.used * 1000) / mebibyte,
      unit: 'MiB',
      beside: { what: 'at the half', value: (from.used * 1000) / mebibyte },
    },
  ];
}

function restRows({ held, associations }: LeftOver): Row[] {
  const kinds = [...held].map(([kind, count]) => `${count} ${kind}`);
  return [
    {
      what: `handles and timers left over at rest${kinds.length === 0 ? '' : ` (${kinds.join(', ')})`}`,
      value: [...held.values()].reduce((sum, count) => sum + count, 0),
      unit: '',
      ...most(0),
    },
    { what: 'associations left over at rest', value: associations, unit: '', ...most(0) },
  ];
}
