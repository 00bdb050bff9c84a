import { hostname } from 'node:os';
import { createTopic } from '../../../../electron/base/topic.ts';
import { thisWriter } from '../../../../electron/base/writer.ts';
import { createCanaries } from '../../../../electron/plan/canary/canaries.ts';
import { pastOf } from '../../../../electron/plan/canary/past.ts';
import { createStages } from '../../../../electron/plan/canary/stages.ts';
import { type CanaryStore, createCanaryStore } from '../../../../electron/store/canaries.ts';
import { createHistory } from '../../../../electron/store/history/history.ts';
import type { CanaryOptions } from '../../../../shared/model/canary.ts';
import type { NewEvent } from '../../../../shared/model/event.ts';
import type { Planned } from '../../../../shared/model/plan.ts';
import type { Sample } from '../../../../shared/model/sample.ts';
import { askedFrom } from '../../../support/caller.ts';
import { temporaryDirectory } from '../../store/temporary-directory.ts';
import { type FakeProxy, idle, idOf, openFleet, planOf } from '../fleet-in-memory.ts';

/** A process that is no more: numbers of processes are smaller. */
export const deadWriter = `${hostname()} 99999999 dead`;

export interface Traffic {
  readonly accesses: number;
  readonly bytes: number;
  readonly roundTripMs: number;
}

/** A proxy as it is used while it is well. */
const well: Traffic = { accesses: 3, bytes: 5000, roundTripMs: 4 };

/** Proxies that are used and read once a second, of which those with a transformation are used as `changed` says. */
export function openWatched(
  count: number,
  changed: (proxy: FakeProxy) => Partial<Traffic>,
  {
    writer = thisWriter,
    planned = { setting: 'transformation', next: 'true' } as Planned,
    /** What is between the canaries and their store. */
    between = (store: CanaryStore) => store,
  } = {},
) {
  const fleet = openFleet(count, temporaryDirectory());
  const { clock, proxies, database } = fleet;
  const history = createHistory(database);
  const samples = createTopic<readonly Sample[]>();
  const events: NewEvent[] = [];
  let watching: ReadonlySet<string> = new Set();

  /** A console, with what it has of the fleet that this process began. */
  const console = (by: string, { plans, work, stepParts }: ReturnType<typeof fleet.start>) => {
    const canaries = createCanaries({
      plans,
      store: between(createCanaryStore(database)),
      stages: createStages({ ...stepParts, plans, isAskedToStop: work.isAskedToStop }),
      stateOf: (id) => (proxies.get(id)?.reachable ? 'ready' : 'waiting'),
      past: (id, from, to) => pastOf(history, id, from, to),
      samples,
      lastBufferSize: fleet.audit.lastBufferSize,
      onEvents: (added) => events.push(...added),
      onWatching: (now) => {
        watching = now;
      },
      author: stepParts.author,
      clock,
      writer: by,
      logFault: (what, error) => fleet.faults.push(`${what}: ${error}`),
    });
    return { plans, canaries };
  };
  /** So many seconds go by, each with a reading of who can be reached. */
  const pass = async (seconds: number): Promise<void> => {
    for (let second = 0; second < seconds; second++) {
      const read = [...proxies].flatMap(([profileId, proxy], index): Sample[] => {
        if (!proxy.reachable) return [];
        const used = { ...well, ...(isChanged(proxy) ? changed(proxy) : {}) };
        // Nobody is used as evenly as another.
        const accesses = used.accesses * (1 + 0.05 * Math.sin(index + clock.now() / 7000));
        return [
          {
            profileId,
            at: clock.wall(),
            now: clock.now(),
            connections: 1n,
            transferredBytes: 1n,
            accesses: 1n,
            bytesPerSecond: accesses * used.bytes,
            accessesPerSecond: accesses,
            roundTripMs: used.roundTripMs * (1 + 0.1 * Math.cos(3 * index + clock.now())),
            missed: 0,
            restart: false,
            another: false,
          },
        ];
      });
      history.add(read);
      samples.publish(read);
      await clock.advance(1000);
    }
  };
  /** A plan for all that was read, after some time in which the fleet was watched. */
  const begin = async (
    options: Partial<CanaryOptions> = {},
    secondsBefore = 60,
    remote: string | null = null,
  ) => {
    await pass(secondsBefore);
    const ids = Array.from({ length: count }, (_, number) => idOf(number));
    const { plans, canaries } = own;
    const { id } = plans.create(planOf('Quiet', planned, ids));
    await idle(plans, id);
    const canary = askedFrom(remote, () =>
      canaries.start(
        id,
        {
          share: { kind: 'one', id: idOf(4) },
          hold: { kind: 'time', ms: 30_000 },
          whenFine: 'go-on',
          ...options,
        },
        { approval: `Quiet ${count}` },
      ),
    );
    return { id, canary };
  };
  const own = console(writer, writer === thisWriter ? fleet : fleet.start(writer));
  return {
    ...fleet,
    ...own,
    /** Another process comes, after the one of before was killed where it is. */
    restart: () => {
      own.canaries.close();
      return console(thisWriter, fleet.start());
    },
    /** Another process beside it. */
    beside: () => console(`${hostname()} ${process.ppid} beside`, fleet.start()),
    pass,
    begin,
    events,
    watching: () => [...watching],
  };
}

function isChanged(proxy: FakeProxy): boolean {
  return proxy.transformation !== null || proxy.bufferSize !== 0;
}
