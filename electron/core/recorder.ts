import { AppError } from '../../shared/errors.ts';
import type { ProxyEvent } from '../../shared/model/event.ts';
import type { Sample } from '../../shared/model/sample.ts';
import { createTopic } from '../base/topic.ts';
import type { History } from '../store/history/history.ts';
import type { EventLog } from '../store/logs/events.ts';
import type { Notices } from './notices.ts';

/** Between two roll-ups of the history. */
const maintainMs = 60_000;
/** What is looked at together to tell whether polls keep up. */
const pollWindowMs = 60_000;
/** Fewer missed polls in that time are a proxy that was slow once, not a console that cannot keep up. */
const fewMissed = 10;
/** Share of polls that may be missed. */
const missedShare = 0.05;

export interface RecorderParts {
  readonly history: Pick<History, 'add' | 'maintain'>;
  readonly eventLog: Pick<EventLog, 'add'>;
  readonly notices: Pick<Notices, 'trouble' | 'settle'>;
  /** Ids of the profiles that there are now. */
  readonly profileIds: () => ReadonlySet<string>;
  /** Polls that were skipped since the start because the one before was under way. */
  readonly missedPolls: () => number;
  readonly logFault: (what: string, error: unknown) => void;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** Keeps what the fleet tells. What cannot be kept becomes a notice, once; nothing here throws. */
export interface Recorder {
  samples(samples: readonly Sample[]): void;
  event(event: Omit<ProxyEvent, 'id'>): void;
  /** Events that were kept. */
  listen(listener: (event: ProxyEvent) => void): () => void;
  close(): void;
}

export function createRecorder(parts: RecorderParts): Recorder {
  const added = createTopic<ProxyEvent>();
  let polls = 0;
  let missedBefore = 0;

  const keep = <T>(what: 'history' | 'events', task: () => T): T | null => {
    try {
      const value = task();
      parts.notices.settle(what);
      return value;
    } catch (error) {
      if (!(error instanceof AppError)) parts.logFault(`${what} could not be stored`, error);
      const detail = error instanceof AppError ? error.detail : { path: null, cause: 'internal' };
      parts.notices.trouble(what, 'storage-failed', { what, ...detail });
      return null;
    }
  };
  const lookAtPolls = (): void => {
    const missedNow = parts.missedPolls();
    const missed = Math.max(0, missedNow - missedBefore);
    const due = polls + missed;
    missedBefore = missedNow;
    polls = 0;
    if (missed < fewMissed || missed < due * missedShare) parts.notices.settle('polls');
    else {
      const seconds = pollWindowMs / 1000;
      parts.notices.trouble('polls', 'polls-missed', { missed, due, seconds });
    }
  };
  const maintain = (): void => {
    keep('history', () => parts.history.maintain(parts.now()));
  };
  const timers = [setInterval(maintain, maintainMs), setInterval(lookAtPolls, pollWindowMs)];
  return {
    samples(samples) {
      polls += samples.length;
      // The last ones of a proxy may come when it was removed, and its history forgotten.
      const ids = parts.profileIds();
      const known = samples.filter(({ profileId }) => ids.has(profileId));
      if (known.length > 0) keep('history', () => parts.history.add(known));
    },
    event(event) {
      const stored = keep('events', () => parts.eventLog.add(event));
      if (stored !== null) added.publish(stored);
    },
    listen: added.listen,
    close() {
      for (const timer of timers) clearInterval(timer);
    },
  };
}
