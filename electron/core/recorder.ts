import { AppError } from '../../shared/errors.ts';
import type { NewEvent, ProxyEvent } from '../../shared/model/event.ts';
import type { KeptMs } from '../../shared/model/history-kept.ts';
import type { Sample } from '../../shared/model/sample.ts';
import { untilBeat } from '../base/beat.ts';
import type { Clock } from '../base/clock.ts';
import { createTopic } from '../base/topic.ts';
import { unusableOf } from '../store/notice.ts';
import type { EventStore, HistoryStore } from '../store/thread/asked.ts';
import { createEventKeeper } from './event-keeper.ts';
import type { Notices } from './notices.ts';
import { createPollWatch } from './poll-watch.ts';
import { createSampleGatherer } from './sample-gatherer.ts';

/** Between two looks whether the database lies where it was: also where nothing is to be written, what is read may be of a file that is gone. */
const placeMs = 2000;
/** The same while no window can be seen, and nobody reads. */
const hiddenPlaceMs = 10_000;
/** Between two roll-ups of the history. */
const maintainMs = 60_000;
/** What the trouble of the database is called, whichever part of it meets it. */
export const recordingId = 'recording';

/** What is kept, each with its own transactions. `upkeep`: the roll-up of the history; `place`: the file itself. */
type Kept = 'history' | 'events' | 'upkeep' | 'place';

/** Of which parts it is known that they can be kept again when one could: an event is small and may fit where nothing else does. */
const meansWell: Readonly<Record<Kept, readonly Kept[]>> = {
  events: ['events'],
  history: ['history', 'events'],
  upkeep: ['history', 'events', 'upkeep'],
  place: ['place'],
};

export interface RecorderParts {
  readonly history: Pick<HistoryStore, 'add' | 'maintain'>;
  readonly eventLog: Pick<EventStore, 'add'>;
  /** Throws `storage-failed` where the database does not lie in its place any more. */
  readonly requirePlace: () => void;
  readonly notices: Pick<Notices, 'holds' | 'ends'>;
  /** For how long each level of the history is kept, as chosen now. */
  readonly kept: () => KeptMs;
  /** Ids of the profiles that there are now. */
  readonly profileIds: () => ReadonlySet<string>;
  /** Polls that were missed since the start because the one before was under way. */
  readonly missedPolls: () => number;
  readonly logFault: (what: string, error: unknown) => void;
  readonly clock: Clock;
}

/**
 * Keeps what the fleet tells, and waits for none of it. What cannot be kept becomes a notice, which ends when it can be again; nothing here throws.
 */
export interface Recorder {
  samples(samples: readonly Sample[]): void;
  /** Where no window can be seen the samples of some seconds are kept in one transaction. One can be at first. */
  setVisible(visible: boolean): void;
  event(event: NewEvent): void;
  /** Many that happened at once. */
  events(events: readonly NewEvent[]): void;
  /** What another process kept, to be told here too. */
  heard(events: readonly ProxyEvent[]): void;
  /** Events that were kept, also by another process; a thousand at once at most. */
  listen(listener: (events: readonly ProxyEvent[]) => void): () => void;
  close(): void;
}

export function createRecorder(parts: RecorderParts): Recorder {
  const added = createTopic<readonly ProxyEvent[]>();
  const pollWatch = createPollWatch({
    clock: parts.clock,
    missedPolls: parts.missedPolls,
    notices: parts.notices,
  });
  const failing = new Set<Kept>();

  let closed = false;
  const keep = async <T>(what: Kept, task: () => Promise<T>): Promise<T | null> => {
    try {
      const value = await task();
      for (const other of meansWell[what]) failing.delete(other);
      if (failing.size === 0) parts.notices.ends(recordingId);
      if (what !== 'events' && meansWell[what].includes('events')) events.recovered();
      return value;
    } catch (error) {
      // Upkeep that was under way goes on at the next start.
      if (closed && error instanceof AppError && error.code === 'cancelled') return null;
      const unusable = unusableOf(error);
      if (unusable === null) parts.logFault(`${what} could not be stored`, error);
      failing.add(what);
      parts.notices.holds(
        recordingId,
        'storage-failed',
        unusable === null
          ? { case: 'internal', what: what === 'place' ? 'upkeep' : what }
          : { case: 'file', ...unusable },
      );
      return null;
    }
  };
  const maintain = (): void => {
    void keep('upkeep', () => parts.history.maintain(parts.clock.wall(), parts.kept()));
  };
  const maintenance = setInterval(maintain, maintainMs);
  let lookMs = placeMs;
  let cancelLook = (): void => {};
  const lookAtPlace = (): void => {
    cancelLook = parts.clock.after(untilBeat(parts.clock.now(), lookMs), lookAtPlace);
    void keep('place', async () => parts.requirePlace());
  };
  cancelLook = parts.clock.after(placeMs, lookAtPlace);
  const gatherer = createSampleGatherer(parts.clock, (samples) => {
    // The last ones of a proxy may come when it was removed, and its history forgotten.
    const ids = parts.profileIds();
    const known = samples.filter(({ profileId }) => ids.has(profileId));
    if (known.length > 0) void keep('history', () => parts.history.add(known));
  });
  const events = createEventKeeper({
    add: (some) => keep('events', () => parts.eventLog.add(some)),
    onKept: added.publish,
    wall: parts.clock.wall,
  });
  return {
    samples(samples) {
      pollWatch.polled(samples.length);
      gatherer.take(samples);
    },
    setVisible(visible) {
      lookMs = visible ? placeMs : hiddenPlaceMs;
      gatherer.setVisible(visible);
      if (closed || !visible) return;
      cancelLook();
      lookAtPlace();
    },
    event: (event) => events.keep([event]),
    events: events.keep,
    heard(others) {
      if (others.length > 0) added.publish(others);
    },
    listen: added.listen,
    close() {
      gatherer.flush();
      closed = true;
      events.close();
      clearInterval(maintenance);
      cancelLook();
      pollWatch.close();
    },
  };
}
