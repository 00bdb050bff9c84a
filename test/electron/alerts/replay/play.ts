import type { Alert } from '../../../../shared/model/alert.ts';
import type { NewEvent } from '../../../../shared/model/event.ts';
import type { Sample } from '../../../../shared/model/sample.ts';
import { someErrorValue } from '../../../support/facts.ts';
import { createManualClock } from '../../../support/manual-clock.ts';
import { temporaryDirectory } from '../../store/temporary-directory.ts';
import { idOf, ready, ruleOf, setUp, waiting } from '../rig.ts';
import { type Happening, msOf, type Recording, timeOf } from './recording.ts';

const minuteMs = 60_000;
const connecting = {
  kind: 'connecting',
  since: 0,
  attempt: 2,
  why: someErrorValue('unreachable'),
} as const;

/** What was seen while a recording was played, and what the stores were given meanwhile. */
export interface Played {
  readonly outcome: readonly string[];
  readonly samples: readonly Sample[];
  readonly rig: ReturnType<typeof setUp>;
  readonly directory: string;
  /** Of the wall clock, at the beginning, epoch milliseconds. */
  readonly begin: number;
}

/** Plays a recording through alerts with a store of their own, on a clock that nobody waits for. */
export async function play(recording: Recording): Promise<Played> {
  const directory = temporaryDirectory();
  const clock = createManualClock();
  const [hours = 0, minutes = 0] = recording.begins.split(':').map(Number);
  clock.jumpWall(new Date(2026, 0, 14, hours, minutes).getTime() - clock.wall());
  const begin = clock.wall();
  const rig = setUp(recording.proxies, [ruleOf(recording.rule)], { directory, clock });
  const { alerts, store } = rig;
  const { maintenance } = recording;
  if (maintenance !== undefined)
    alerts.saveMaintenance({
      id: idOf(800),
      note: '',
      scope: { kind: 'proxy', id: idOf(0) },
      from: begin + msOf(maintenance.from),
      to: begin + msOf(maintenance.to),
    });

  const outcome: string[] = [];
  const note = (what: string, list: readonly Alert[]): void => {
    if (list.length > 0)
      outcome.push(`${timeOf(clock.now())} ${what} ${list.map(nameOf).join(', ')}`);
  };
  alerts.changes.listen(({ changed, removed }) => {
    note(
      'fired',
      changed.filter(({ acknowledged }) => acknowledged === null),
    );
    note(
      'acknowledged',
      changed.filter(({ acknowledged }) => acknowledged !== null),
    );
    const over = store.past(100).filter(({ id }) => removed.includes(id));
    for (const why of new Set(over.map((alert) => alert.over?.why)))
      note(`over (${why})`, over.filter((alert) => alert.over?.why === why).toSorted(byName));
  });
  alerts.news.listen(({ kind, alerts: told }) => note(`told ${kind}`, told.toSorted(byName)));

  const samples: Sample[] = [];
  const happen = (happening: Happening): void => {
    if ('wallSeconds' in happening) clock.jumpWall(happening.wallSeconds * 1000);
    else if ('acknowledge' in happening) {
      const ids = alerts.open().map(({ id }) => id);
      alerts.acknowledge(ids, happening.acknowledge);
    } else {
      const { proxy, is } = happening;
      const all = Array.from({ length: recording.proxies }, (_, i) => i);
      for (const index of proxy === 'all' ? all : [proxy]) befall(rig, index, is);
    }
  };
  const steps = [
    ...recording.happens.map((each) => ({ at: msOf(each.at), run: () => happen(each) })),
    ...recording.readings.flatMap(({ proxy, metric, values }) =>
      values.flatMap((value, i) => {
        const run = (): void => {
          if (metric === 'missed') alerts.missed(idOf(proxy), value ?? 0);
          const number = metric === 'connections' ? BigInt(value ?? 0) : value;
          samples.push(rig.read(proxy, { at: clock.wall(), [metric]: number }));
        };
        return value === null ? [] : [{ at: i * minuteMs, run }];
      }),
    ),
  ].toSorted((a, b) => a.at - b.at);
  for (const { at, run } of steps) {
    await clock.advance(at - clock.now());
    run();
  }
  await clock.advance(msOf(recording.lasts) - clock.now());
  return { outcome, samples, rig, directory, begin };
}

/** As a session tells it, with the event that it leaves. */
function befall(
  { alerts, turn, events, clock }: ReturnType<typeof setUp>,
  index: number,
  is: 'lost' | 'tried' | 'ready' | 'restarted',
): void {
  const of = { at: clock.wall(), profileId: idOf(index), profileName: `proxy ${index}` };
  const lost: NewEvent = { ...of, kind: 'disconnected', detail: { code: 'association-lost' } };
  const connected: NewEvent = {
    ...of,
    kind: 'connected',
    detail: { transport: 'udp', description: 'x', unreachableSince: null },
  };
  const restarted: NewEvent = { ...of, kind: 'restarted', detail: { restarts: 1 } };
  if (is === 'tried') turn(index, connecting);
  else if (is === 'restarted') alerts.event({ ...restarted, id: 1 });
  else turn(index, is === 'lost' ? waiting : ready);
  if (is !== 'tried') events.push({ lost, ready: connected, restarted }[is]);
}

function nameOf({ about }: Alert): string {
  return about.kind === 'rule' ? about.profileName : 'own network';
}

function byName(a: Alert, b: Alert): number {
  return nameOf(a) < nameOf(b) ? -1 : 1;
}
