import { onTestFinished } from 'vitest';
import { createAlerts } from '../../../electron/alerts/alerts.ts';
import { type AlertStore, createAlertStore } from '../../../electron/store/alerts.ts';
import { openDatabase } from '../../../electron/store/database/database.ts';
import { storageFailure } from '../../../electron/store/storage-error.ts';
import type { AlertNews } from '../../../shared/model/alert.ts';
import type { AlertRule } from '../../../shared/model/alert-rule.ts';
import { classesOf } from '../../../shared/model/environment-class.ts';
import type { NewEvent } from '../../../shared/model/event.ts';
import { unknownCount } from '../../../shared/model/open-count.ts';
import type { OpenCount } from '../../../shared/model/open-count-schema.ts';
import { type Profile, profileSchema } from '../../../shared/model/profile.ts';
import type { ProxyState } from '../../../shared/model/proxy-state.ts';
import type { Sample } from '../../../shared/model/sample.ts';
import { someErrorValue } from '../../support/facts.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';

export const idOf = (index: number): string =>
  `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
const connection = { transport: 'udp', description: 'x', reason: null } as const;
export const ready: ProxyState = { kind: 'ready', since: 0, connection };
export const waiting: ProxyState = {
  kind: 'waiting',
  why: someErrorValue('unreachable'),
  since: 0,
  until: 1,
  attempt: 1,
};

export function ruleOf(others: Partial<AlertRule> = {}): AlertRule {
  return {
    id: idOf(900),
    name: '',
    enabled: true,
    scope: { kind: 'all' },
    condition: { kind: 'down', seconds: 60 },
    againMinutes: 0,
    quiet: null,
    fullPace: false,
    ...others,
  };
}

function profileOf(index: number): Profile {
  return profileSchema.parse({
    id: idOf(index),
    name: `proxy ${index}`,
    host: `h${index}.example`,
    user: 'ana',
    folder: index % 2 === 0 ? 'Even' : 'Odd',
  });
}

/** So many proxies, each in the same state to begin with, with these rules and no others. */
export function setUp(
  count: number,
  rules: readonly AlertRule[],
  { directory = temporaryDirectory(), clock = createManualClock(), state = ready } = {},
) {
  const { database, close } = openDatabase(directory);
  onTestFinished(close);
  const kept = createAlertStore(database);
  const disk = { isFull: false };
  const unlessFull = <T>(task: () => T): T => {
    if (disk.isFull) throw storageFailure(directory, 'full', 'ENOSPC');
    return task();
  };
  const store: AlertStore = {
    ...kept,
    add: (alert) => unlessFull(() => kept.add(alert)),
    put: (alert) => unlessFull(() => kept.put(alert)),
  };
  for (const { id } of store.rules.list()) store.rules.remove(id);
  for (const rule of rules) store.rules.put(rule);
  const now = {
    profiles: Array.from({ length: count }, (_, i) => profileOf(i)),
    hasInterface: true,
    openCount: unknownCount as OpenCount,
  };
  const states = new Map<string, ProxyState>(now.profiles.map(({ id }) => [id, state]));
  const events: NewEvent[] = [];
  let watched: ReadonlySet<string> = new Set();
  const alerts = createAlerts({
    store,
    clock,
    actor: () => 'ana',
    classes: () => classesOf([]),
    openCountOf: () => now.openCount,
    profiles: () => now.profiles,
    states: () => Array.from(states, ([id, state]) => ({ id, state })),
    hasInterface: () => now.hasInterface,
    onWatching: (ids) => {
      watched = ids;
    },
    onEvents: (added) => events.push(...added),
  });
  onTestFinished(alerts.close);
  const news: AlertNews[] = [];
  alerts.news.listen((each) => news.push(each));
  const posted: AlertNews[] = [];
  alerts.webhookNews.listen((each) => posted.push(each));
  const turn = (index: number, state: ProxyState): void => {
    states.set(idOf(index), state);
    alerts.transition(idOf(index), state);
  };
  const read = (index: number, others: Partial<Sample>): Sample => {
    const read = { ...sample, now: clock.now(), profileId: idOf(index), ...others };
    alerts.samples([read]);
    return read;
  };
  const wordsOf = (list: readonly AlertNews[]): readonly string[] =>
    list.map(({ kind, alerts: of }) => `${kind} ${of.length}`);
  const told = (): readonly string[] => wordsOf(news);
  const sent = (): readonly string[] => wordsOf(posted);
  const watching = (): readonly string[] => [...watched].sort();
  const end = (): void => {
    alerts.close();
    close();
  };
  return { alerts, watching, store, disk, clock, now, events, news, told, sent, turn, read, end };
}

const sample: Sample = {
  profileId: '',
  at: 0,
  now: 0,
  connections: 5n,
  transferredBytes: 0n,
  accesses: 0n,
  bytesPerSecond: 0,
  accessesPerSecond: 0,
  roundTripMs: 1,
  missed: 0,
  restart: false,
  another: false,
};
