import { expect, test } from 'vitest';
import { judge } from '../bench/support/row.ts';
import { snapshotOf } from '../renderer/snapshots.ts';
import { type Findings, figuresOf } from '../soak/figures.ts';
import { Ledger } from '../soak/ledger.ts';
import { createTwins } from '../soak/twins.ts';

const findings = (heapAt: (seconds: number) => number, seconds: number): Findings => ({
  samples: Array.from({ length: seconds / 10 }, (_, n) => ({
    at: n * 10,
    heap: heapAt(n * 10),
    resident: 200,
    delayP99: 12,
    delayMost: 40,
    databaseBytes: 1_000_000,
    load: 1,
  })),
  unexplained: { missed: 0, lost: 0, late: new Set() },
  missedInMisfortunes: 0,
  missedInStandstill: 0,
  longestWaitOfProxies: 0,
  polls: 1000,
  misfortunes: {},
  faults: [],
  twins: 0,
  alertsFired: 0,
  messagesReceived: 0,
  rest: null,
  associationsAfterClose: 0,
});

const slopeIn = (given: Findings) => {
  const row = figuresOf(given).find(({ what }) => what.startsWith('heap, slope'));
  return row && judge('soak', row);
};

test('a heap that grows by 1 kB a second is beyond its budget, one that only stepped up is not', () => {
  expect(slopeIn(findings((at) => 20_000 + at, 1800))).toMatchObject({ within: false });
  expect(slopeIn(findings((at) => (at < 1300 ? 20_000 : 24_000), 1800))).toMatchObject({
    within: true,
  });
});

test('a heap that was watched for a minute is not judged', () => {
  expect(slopeIn(findings((at) => 20_000 + 100 * at, 60))).toMatchObject({ within: null });
});

test('what was not at rest at the end is not told of', () => {
  const of = (rest: Findings['rest']) =>
    figuresOf({ ...findings(() => 1, 60), rest }).filter(({ what }) => what.includes('at rest'));
  expect(of(null)).toEqual([]);
  expect(of({ held: new Map([['Timeout', 3]]), associations: 2 })).toMatchObject([
    { what: 'handles and timers left over at rest (3 Timeout)', value: 3 },
    { value: 2 },
  ]);
});

const shown = (kind: 'ready' | 'waiting', missedPolls: number) => ({
  ...snapshotOf('x', kind),
  missedPolls,
});

test('what a proxy in a misfortune misses and loses is put down to it, until it has been read for a minute', () => {
  const ledger = new Ledger(2);
  for (const proxy of [0, 1]) ledger.sees(proxy, shown('ready', 0), 1000);
  ledger.begins(0);
  ledger.sees(0, shown('waiting', 3), 2000);
  ledger.sees(1, shown('ready', 1), 2000);
  ledger.ends(0, 3000);
  ledger.sees(0, shown('ready', 3), 10_000);
  ledger.sees(0, shown('ready', 5), 60_000);
  ledger.looks(60_000, 50);
  expect([ledger.explained, ledger.unexplained.missed, ledger.unexplained.lost]).toEqual([5, 1, 0]);
  ledger.sees(0, shown('waiting', 6), 71_000);
  ledger.looks(72_000, 50);
  expect([ledger.explained, ledger.unexplained.missed, ledger.unexplained.lost]).toEqual([5, 2, 1]);
});

test('polls that were missed while the process of the proxies stood still are told apart', () => {
  const ledger = new Ledger(1);
  ledger.sees(0, shown('ready', 0), 0);
  ledger.sees(0, shown('ready', 4), 1000);
  ledger.looks(1000, 1200);
  ledger.sees(0, shown('ready', 5), 2000);
  ledger.looks(2000, 20);
  ledger.sees(0, shown('ready', 7), 3000);
  ledger.looks(3000, 20);
  expect([ledger.standstill, ledger.unexplained.missed]).toEqual([5, 2]);
});

test('a proxy that stays away after its misfortune is late', () => {
  const ledger = new Ledger(1);
  ledger.sees(0, shown('ready', 0), 0);
  ledger.begins(0);
  ledger.sees(0, shown('waiting', 0), 1000);
  ledger.looks(1_000_000, 0);
  expect(ledger.unexplained.late.size).toBe(0);
  ledger.ends(0, 1_000_000);
  ledger.looks(1_149_000, 0);
  expect(ledger.unexplained.late.size).toBe(0);
  ledger.looks(1_151_000, 0);
  expect(ledger.unexplained.late.size).toBe(1);
});

test('two associations of one proxy are found once a server must have given one up', () => {
  const twins = createTwins();
  const hurtAt = (proxy: number) => (proxy === 2 ? 100_000 : 0);
  twins.counts([1, 2, 2], 0, hurtAt);
  twins.counts([2, 2, 2], 170_000, hurtAt);
  twins.counts([1, 2, 2], 181_000, hurtAt);
  expect(twins.found).toBe(1);
  twins.counts([2, 1, 1], 182_000, hurtAt);
  twins.counts([2, 1, 1], 300_000, hurtAt);
  expect(twins.found).toBe(1);
});
