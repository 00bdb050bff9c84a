import type { DatabaseSync } from 'node:sqlite';
import type { AuditEntry } from '../../shared/model/change.ts';
import type { ProxyEvent } from '../../shared/model/event.ts';
import { untilBeat } from '../base/beat.ts';
import type { Clock } from '../base/clock.ts';
import { isStorageTrouble, unlessInTrouble } from '../store/database/unless-in-trouble.ts';
import type { AuditLog } from '../store/logs/audit.ts';
import type { EventStore } from '../store/thread/asked.ts';

/** Whoever changes a proxy by the command line looks at the app next. */
const lookMs = 500;
/** The same while no window can be seen. */
const hiddenLookMs = 5000;
/** Between two looks for changes whose process is no more. */
const disownMs = 30_000;

export interface OtherWritersParts {
  readonly database: DatabaseSync;
  readonly audit: Pick<AuditLog, 'lastRecord' | 'changedElsewhereSince'>;
  readonly events: Pick<EventStore, 'addedElsewhere'>;
  /** Entries of the audit log that others changed since the last look. */
  readonly onEntries: (entries: readonly AuditEntry[]) => void;
  readonly onEvents: (events: readonly ProxyEvent[]) => void;
  /** Others wrote something, or the thread of this process did. Where it throws that the database is in trouble it is called at the next look. */
  readonly onChange?: () => void;
  readonly disown: () => void;
  /** Plans, which other processes make and apply as well. */
  readonly plans: { look(): void; takeOver(): void };
  readonly logFault: (what: string, error: unknown) => void;
  readonly clock: Clock;
}

/** Follows what other processes, such as the command line, write into the database beside this one. What cannot be read just now is at the next look. */
export interface OtherWriters {
  /** Whether a window can be seen: it is looked at once when one can, and more seldom while none can. */
  setVisible(visible: boolean): void;
  end(): void;
}

/** No window can be seen at first. */
export function followOtherWriters(parts: OtherWritersParts): OtherWriters {
  const { database, audit, events, plans, clock } = parts;
  // Changes with every commit of another connection, the one of this process's own thread among them, and with none of this one: whoever follows
  // finds out at little cost whether it was others who wrote. https://sqlite.org/pragma.html#pragma_data_version
  const version = database.prepare('PRAGMA data_version');
  let known: unknown;
  let record = 0;
  let disownAt = Number.NEGATIVE_INFINITY;
  let everyMs = hiddenLookMs;
  let cancel = (): void => {};
  let ended = false;
  const hearEvents = async (): Promise<void> => {
    try {
      const added = await events.addedElsewhere();
      if (!ended) parts.onEvents(added);
    } catch (error) {
      if (ended) return;
      known = undefined;
      if (!isStorageTrouble(error)) parts.logFault('events of others could not be read', error);
    }
  };
  const look = (): void => {
    cancel = clock.after(untilBeat(clock.now(), everyMs), look);
    unlessInTrouble(() => {
      if (clock.now() >= disownAt) {
        disownAt = clock.now() + disownMs;
        parts.disown();
      }
      plans.takeOver();
      const now = version.get()?.data_version;
      if (now === known) return;
      const last = audit.lastRecord();
      if (last > record) parts.onEntries(audit.changedElsewhereSince(record));
      record = last;
      plans.look();
      parts.onChange?.();
      known = now;
      void hearEvents();
    });
  };
  unlessInTrouble(() => {
    record = audit.lastRecord();
    known = version.get()?.data_version;
  });
  void hearEvents();
  look();
  return {
    setVisible(visible) {
      if (ended) return;
      everyMs = visible ? lookMs : hiddenLookMs;
      cancel();
      look();
    },
    end() {
      ended = true;
      cancel();
    },
  };
}
