import {
  consoleId,
  consoleName,
  type NewEvent,
  type ProxyEvent,
} from '../../shared/model/event.ts';

/** Kept in one transaction, and told in one message. */
const mostAtOnce = 1000;
/** Transactions that are asked for and not answered. */
const mostUnderWay = 4;
/** Events that wait, some 25 MB of them: a store that hangs must not fill the memory. */
export const mostWaiting = 50_000;

export interface EventKeeperParts {
  /** Null where they could not be kept; must not reject. */
  readonly add: (events: readonly NewEvent[]) => Promise<readonly ProxyEvent[] | null>;
  readonly onKept: (events: readonly ProxyEvent[]) => void;
  /** Epoch milliseconds. */
  readonly wall: () => number;
}

/** Keeps events in the order in which they came, many at once where many come. What cannot be kept is counted, and one event says how many that were. */
export interface EventKeeper {
  keep(events: readonly NewEvent[]): void;
  /** Something can be kept again: what is to be said of those that could not is tried. */
  recovered(): void;
  /** Hands over all that waits. */
  close(): void;
}

/** How many events were not kept, of which times. */
interface Lost {
  readonly count: number;
  readonly since: number;
  readonly until: number;
}

export function createEventKeeper({ add, onKept, wall }: EventKeeperParts): EventKeeper {
  let waiting: NewEvent[] = [];
  let underWay = 0;
  let lost: Lost | null = null;
  let closed = false;
  const lose = (events: readonly NewEvent[]): void => {
    for (const event of events) {
      const { count, since, until } =
        event.kind === 'events-lost'
          ? event.detail
          : { count: 1, since: event.at, until: event.at };
      lost = {
        count: (lost?.count ?? 0) + count,
        since: Math.min(lost?.since ?? since, since),
        until: Math.max(lost?.until ?? until, until),
      };
    }
  };
  const hand = async (events: readonly NewEvent[]): Promise<void> => {
    underWay++;
    const kept = await add(events);
    underWay--;
    if (kept === null) lose(events);
    else {
      onKept(kept);
      tellLost();
    }
    flush();
  };
  const tellLost = (): void => {
    if (lost === null) return;
    const detail = lost;
    lost = null;
    const of = { at: wall(), profileId: consoleId, profileName: consoleName };
    void hand([{ ...of, kind: 'events-lost', detail }]);
  };
  const flush = (): void => {
    while (waiting.length > 0 && (closed || underWay < mostUnderWay)) {
      const next = waiting.slice(0, mostAtOnce);
      waiting = waiting.slice(mostAtOnce);
      void hand(next);
    }
  };
  return {
    keep(events) {
      const room = Math.max(0, mostWaiting - waiting.length);
      for (const event of events.slice(0, room)) waiting.push(event);
      lose(events.slice(room));
      flush();
    },
    recovered() {
      if (underWay === 0) tellLost();
    },
    close() {
      closed = true;
      flush();
      tellLost();
    },
  };
}
