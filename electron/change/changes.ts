import { AppError } from '../../shared/errors.ts';
import type {
  AuditEntry,
  AuditRow,
  Author,
  Change,
  Origin,
  Settings,
} from '../../shared/model/change.ts';
import type { Shell } from '../../shared/model/change-words.ts';
import type { Profile } from '../../shared/model/profile.ts';
import { askedBy, askedByGroup } from '../base/asked-by.ts';
import type { Clock } from '../base/clock.ts';
import { noSuchProfile } from '../base/no-such-profile.ts';
import { createTopic } from '../base/topic.ts';
import { createTurns } from '../base/turns.ts';
import { applyChange } from './apply-change.ts';
import type { ChangeLog, Setting, Why } from './change-log.ts';
import { createLocks, type Locks, type TeethOf } from './locks.ts';
import { disown, isOpen, settleBy } from './settle.ts';
import type { SettingsClient } from './transaction.ts';
import { requireUndoable, undoableOf } from './undo.ts';

export interface ChangesParts {
  /** Runs a task on the proxy's session; rejects with `not-connected`. */
  readonly withClient: <T>(id: string, task: (client: SettingsClient) => Promise<T>) => Promise<T>;
  readonly profileOf: (id: string) => Profile | undefined;
  /** What the class of a profile asks for. */
  readonly teethOf: TeethOf;
  readonly audit: ChangeLog;
  /** After every change that was concluded here, whatever its outcome, and when one was found out. */
  readonly onChanged: (entry: AuditEntry) => void;
  /** Another process made a change. */
  readonly onElsewhere: (entry: AuditEntry) => void;
  /** The operating system's name of the user who runs this process. */
  readonly actor: string;
  readonly origin: Origin;
  readonly clock: Clock;
}

/** Where the class of a profile wants it: its name, as the administrator typed it. */
interface Confirmation {
  readonly confirmName?: string | undefined;
}

/**
 * Changes to proxies as transactions on this side: check, write, read back, record, undo. Each throws `not-found`, `not-connected`,
 * `read-only`, `confirmation-needed`, what a session throws, and `storage-failed` where a change could not be recorded; an entry is
 * recorded for whatever reached the proxy, also where the call then throws.
 */
export interface Changes {
  /** What is in force, and the buffer size that was last set from here. */
  read(id: string): Promise<Settings>;
  /** Throws `not-as-expected` (detail `expected`, `found`) where another value than `seen` is in force. */
  transformation(
    change: { id: string; seen: string | null; next: string | null } & Confirmation,
  ): Promise<AuditRow>;
  bufferSize(change: { id: string; bytes: number } & Confirmation): Promise<AuditRow>;
  /** Changes back to what was there before. Throws `unsupported` where the entry is not one that can be taken back now. */
  undo(change: { auditId: number } & Confirmation): Promise<AuditRow>;
  /** Whoever asks now; whoever runs this process, where nobody does. */
  readonly author: () => Author;
  /** By which shell changes are made here that nobody asked for. */
  readonly shell: Shell;
  /** One step of a plan, which `by` approved as a whole: asks neither for an unlock nor for a name. Throws as the others do. */
  planned(id: string, change: Change, why: Why & { readonly by: Author }): Promise<AuditRow>;
  /** Entries of the audit log, each with whether it can be taken back now. Throws as the log does. */
  rowsOf(entries: readonly AuditEntry[]): readonly AuditRow[];
  /**
   * To be called when a proxy is ready: of changes of which nobody knew what they came to, finds out what is in force and concludes them so. Never
   * rejects for what a proxy or a file does: the next time that it is ready is another.
   */
  findOut(id: string): Promise<void>;
  /** Changes that were begun by a process that is no more have an unknown outcome from now on. Throws as the audit log does. */
  disown(): void;
  /** Entries that another process wrote, as they are now. */
  tellOf(entries: readonly AuditEntry[]): void;
  /** Hears entries that are new or, since another one is what can be taken back now, different. Returns unsubscribing. */
  listen(listener: (rows: readonly AuditRow[]) => void): () => void;
  readonly locks: Locks;
}

const ofNothing: Why = { undoes: null, plan: null };

export function createChanges(parts: ChangesParts): Changes {
  const { audit, clock } = parts;
  const own: Author = { actor: parts.actor, ...parts.origin };
  const author = (): Author => askedBy() ?? own;
  // Two people at one console are two, and so are two programs of one of them: what one opened is not open for the other.
  const locks = createLocks(clock, parts.teethOf, () => {
    const { actor, remote } = author();
    return JSON.stringify([actor, remote, askedByGroup()]);
  });
  const inTurn = createTurns();
  const rows = createTopic<readonly AuditRow[]>();

  const profileOf = (id: string): Profile => {
    const profile = parts.profileOf(id);
    if (profile) return profile;
    throw noSuchProfile(id);
  };
  /** The proxies that are changed just now, or asked what became of a change. */
  const underWay = new Set<string>();
  /** Tells of the entries that a task concludes, each with whether it can be taken back now, and of the one that no longer can. */
  const telling = async <T>(
    profileId: string,
    setting: Setting,
    task: (onConcluded: (entry: AuditEntry) => void) => Promise<T>,
  ): Promise<T> => {
    const was = undoableOf(audit.recent(profileId, setting));
    const concluded: AuditEntry[] = [];
    try {
      return await task((entry) => void concluded.push(entry));
    } finally {
      if (concluded.length > 0) {
        for (const entry of concluded) parts.onChanged(entry);
        const now = undoableOf(audit.recent(profileId, setting));
        const rest = was === null || concluded.some(({ id }) => id === was.id) ? [] : [was];
        rows.publish(
          [...concluded, ...rest].map((entry) => ({ ...entry, undoable: entry.id === now?.id })),
        );
      }
    }
  };
  /** Nobody else's change comes between the check and the read-back of this one. */
  const apply = (
    profile: Profile,
    change: Change,
    why: Why = ofNothing,
    { actor, remote, shell }: Author = author(),
  ): Promise<AuditRow> =>
    inTurn(profile.id, async () => {
      underWay.add(profile.id);
      try {
        const { entry, error } = await telling(profile.id, change.setting, (onConcluded) => {
          const origin = { shell: shell ?? parts.origin.shell, remote };
          const to = { audit, actor, origin, clock, onConcluded };
          return parts.withClient(profile.id, (client) =>
            applyChange(to, client, profile, change, why),
          );
        });
        if (error !== null) throw error;
        const undoable = undoableOf(audit.recent(profile.id, change.setting))?.id === entry.id;
        return { ...entry, undoable };
      } finally {
        underWay.delete(profile.id);
      }
    });
  const tellOf = (entries: readonly AuditEntry[]): void => {
    const others = entries.flatMap(({ profileId, setting }) => audit.recent(profileId, setting));
    const told = new Map([...others, ...entries].map((entry) => [entry.id, entry]));
    if (told.size > 0) rows.publish(withUndoable(audit, [...told.values()]));
  };
  const findOut = (id: string): Promise<void> =>
    inTurn(id, () =>
      telling(id, 'transformation', async (onConcluded) => {
        const to = { audit, clock, onConcluded };
        disown(to, underWay, id);
        if (!isOpen(to, id)) return;
        settleBy(to, id, await parts.withClient(id, (client) => client.getTransformation()));
      }),
    );

  return {
    locks,
    author,
    shell: parts.origin.shell,
    async read(id) {
      const profile = profileOf(id);
      const transformation = await parts.withClient(id, (client) => client.getTransformation());
      return {
        transformation,
        readAt: clock.wall(),
        ...audit.bufferSizes(profile.id),
      };
    },
    async transformation({ id, seen, next, confirmName }) {
      const profile = profileOf(id);
      locks.requireChangeable(profile, confirmName);
      return apply(profile, { setting: 'transformation', seen, next });
    },
    async bufferSize({ id, bytes, confirmName }) {
      const profile = profileOf(id);
      locks.requireChangeable(profile, confirmName);
      return apply(profile, { setting: 'bufferSize', bytes });
    },
    async undo({ auditId, confirmName }) {
      const entry = audit.get(auditId);
      if (!entry) {
        throw new AppError('not-found', { case: 'audit-entry', auditId });
      }
      const profile = profileOf(entry.profileId);
      locks.requireChangeable(profile, confirmName);
      requireUndoable(entry, undoableOf(audit.recent(profile.id, entry.setting)));
      const { setting, before, after } = entry;
      const change: Change =
        setting === 'transformation'
          ? { setting, seen: after, next: before }
          : { setting, bytes: Number(before) };
      return apply(profile, change, { undoes: entry.id, plan: null });
    },
    planned: (id, change, { by, ...why }) => apply(profileOf(id), change, why, by),
    async findOut(id) {
      try {
        await findOut(id);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
      }
    },
    disown: () => {
      const concluded: AuditEntry[] = [];
      disown({ audit, clock, onConcluded: (entry) => void concluded.push(entry) }, underWay);
      for (const entry of concluded) parts.onChanged(entry);
      tellOf(concluded);
    },
    tellOf(entries) {
      for (const entry of entries) parts.onElsewhere(entry);
      tellOf(entries);
    },
    rowsOf: (entries) => withUndoable(audit, entries),
    listen: rows.listen,
  };
}

function withUndoable(audit: ChangeLog, entries: readonly AuditEntry[]): readonly AuditRow[] {
  const undoable = new Map<string, number | undefined>();
  return entries.map((entry) => {
    const key = `${entry.profileId} ${entry.setting}`;
    if (!undoable.has(key)) {
      undoable.set(key, undoableOf(audit.recent(entry.profileId, entry.setting))?.id);
    }
    return { ...entry, undoable: undoable.get(key) === entry.id };
  });
}
