import { AppError } from '../../shared/errors.ts';
import type { AuditEntry, AuditRow, Settings } from '../../shared/model/change.ts';
import type { Profile } from '../../shared/model/profile.ts';
import type { Clock } from '../base/clock.ts';
import { noSuchProfile } from '../base/no-such-profile.ts';
import { createTopic } from '../base/topic.ts';
import { createTurns } from '../base/turns.ts';
import { setterOf } from './known-setter.ts';
import { createLocks, type Locks } from './locks.ts';
import {
  type Concluded,
  changeBufferSize,
  changeTransformation,
  type SettingsClient,
} from './transaction.ts';
import { requireUndoable, undoableOf } from './undo.ts';

export type { SettingsClient } from './transaction.ts';

/** What the audit log offers to changes. */
export interface ChangeLog {
  add(entry: Omit<AuditEntry, 'id'>): AuditEntry;
  get(id: number): AuditEntry | undefined;
  lastBufferSize(profileId: string): { readonly bytes: number; readonly at: number } | null;
  /** One setting's entries, newest first, back to the newest that took effect. */
  recent(profileId: string, setting: AuditEntry['setting']): readonly AuditEntry[];
  list(query: AuditQuery): readonly AuditEntry[];
}

/** `id` is a profile's, `before` an entry's. */
interface AuditQuery {
  readonly id?: string;
  readonly limit: number;
  readonly before?: number;
}

export interface ChangesParts {
  /** Runs a task on the proxy's session; rejects with `not-connected`. */
  readonly withClient: <T>(id: string, task: (client: SettingsClient) => Promise<T>) => Promise<T>;
  readonly profileOf: (id: string) => Profile | undefined;
  readonly audit: ChangeLog;
  /** After every change that was recorded, whatever its outcome. */
  readonly onChanged: (entry: AuditEntry) => void;
  /** The operating system's user name. */
  readonly actor: string;
  readonly clock: Clock;
}

/** On a production profile: its name, as the administrator typed it. */
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
  /** The audit log, newest first, each entry with whether it can be taken back now. */
  list(query: AuditQuery): readonly AuditRow[];
  /** Hears entries that are new or, since another one is what can be taken back now, different. Returns unsubscribing. */
  listen(listener: (rows: readonly AuditRow[]) => void): () => void;
  readonly locks: Locks;
}

export function createChanges(parts: ChangesParts): Changes {
  const { audit, clock } = parts;
  const locks = createLocks(clock);
  const inTurn = createTurns();
  const rows = createTopic<readonly AuditRow[]>();

  const profileOf = (id: string): Profile => {
    const profile = parts.profileOf(id);
    if (profile) return profile;
    throw noSuchProfile(id);
  };
  const record = (
    profile: Profile,
    setting: AuditEntry['setting'],
    undoes: number | null,
    { report, error }: Concluded,
  ): AuditRow => {
    const { entry, before } = addToLog(audit, {
      at: clock.wall(),
      profileId: profile.id,
      profileName: profile.name,
      actor: parts.actor,
      setting,
      ...report,
      undoes,
    });
    const was = undoableOf(before);
    const now = undoableOf([entry, ...before]);
    const row = { ...entry, undoable: now?.id === entry.id };
    parts.onChanged(entry);
    rows.publish(was === null || was.id === now?.id ? [row] : [row, { ...was, undoable: false }]);
    if (error !== null) throw error;
    return row;
  };
  /** Nobody else's change comes between the check and the read-back of this one. */
  const change = (
    profile: Profile,
    setting: AuditEntry['setting'],
    undoes: number | null,
    task: (client: SettingsClient) => Promise<Concluded>,
  ): Promise<AuditRow> =>
    inTurn(profile.id, async () =>
      record(profile, setting, undoes, await parts.withClient(profile.id, task)),
    );

  const setTransformation = (
    profile: Profile,
    seen: string | null,
    next: string | null,
    undoes: number | null,
  ) =>
    change(profile, 'transformation', undoes, (client) =>
      changeTransformation(client, {
        name: profile.name,
        seen,
        next,
        setterOf: (found) =>
          setterOf(found, audit.recent(profile.id, 'transformation'), parts.actor),
      }),
    );
  const setBufferSize = (profile: Profile, bytes: number, undoes: number | null) =>
    change(profile, 'bufferSize', undoes, (client) =>
      changeBufferSize(client, {
        name: profile.name,
        lastSet: audit.lastBufferSize(profile.id)?.bytes ?? null,
        bytes,
      }),
    );

  return {
    locks,
    async read(id) {
      const profile = profileOf(id);
      const transformation = await parts.withClient(id, (client) => client.getTransformation());
      return {
        transformation,
        readAt: clock.wall(),
        bufferSize: audit.lastBufferSize(profile.id),
      };
    },
    async transformation({ id, seen, next, confirmName }) {
      const profile = profileOf(id);
      locks.requireChangeable(profile, confirmName);
      return setTransformation(profile, seen, next, null);
    },
    async bufferSize({ id, bytes, confirmName }) {
      const profile = profileOf(id);
      locks.requireChangeable(profile, confirmName);
      return setBufferSize(profile, bytes, null);
    },
    async undo({ auditId, confirmName }) {
      const entry = audit.get(auditId);
      if (!entry) {
        throw new AppError('not-found', { case: 'audit-entry', auditId });
      }
      const profile = profileOf(entry.profileId);
      locks.requireChangeable(profile, confirmName);
      requireUndoable(entry, undoableOf(audit.recent(profile.id, entry.setting)));
      return entry.setting === 'transformation'
        ? setTransformation(profile, entry.after, entry.before, entry.id)
        : setBufferSize(profile, Number(entry.before), entry.id);
    },
    list: (query) => withUndoable(audit, audit.list(query)),
    listen: rows.listen,
  };
}

/** Adds an entry; `before` are those of its setting up to then, as `recent` answers them. */
function addToLog(
  audit: ChangeLog,
  entry: Omit<AuditEntry, 'id'>,
): { readonly entry: AuditEntry; readonly before: readonly AuditEntry[] } {
  try {
    const before = audit.recent(entry.profileId, entry.setting);
    return { entry: audit.add(entry), before };
  } catch (cause) {
    const { profileName: name, outcome } = entry;
    throw new AppError('storage-failed', { case: 'audit', name, outcome }, { cause });
  }
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
