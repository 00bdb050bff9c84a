import { AppError } from '../../shared/errors.ts';
import type { AuditEntry, Settings } from '../../shared/model/change.ts';
import type { Profile } from '../../shared/model/profile.ts';
import { noSuchProfile } from '../base/no-such-profile.ts';
import { createTurns } from '../base/turns.ts';
import { createLocks, type Locks } from './locks.ts';
import {
  type Concluded,
  changeBufferSize,
  changeTransformation,
  type SettingsClient,
} from './transaction.ts';

export type { SettingsClient } from './transaction.ts';

/** What the audit log offers to changes. */
export interface ChangeLog {
  add(entry: Omit<AuditEntry, 'id'>): AuditEntry;
  get(id: number): AuditEntry | undefined;
  lastBufferSize(profileId: string): { readonly bytes: number; readonly at: number } | null;
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
  /** Epoch milliseconds. */
  readonly now: () => number;
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
  ): Promise<AuditEntry>;
  bufferSize(change: { id: string; bytes: number } & Confirmation): Promise<AuditEntry>;
  /** Changes back to what was there before. Throws `unsupported` where that is not known. */
  undo(change: { auditId: number } & Confirmation): Promise<AuditEntry>;
  readonly locks: Locks;
}

export function createChanges(parts: ChangesParts): Changes {
  const locks = createLocks(parts.now);
  const inTurn = createTurns();

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
  ): AuditEntry => {
    const entry = addToLog(parts, {
      at: parts.now(),
      profileId: profile.id,
      profileName: profile.name,
      actor: parts.actor,
      setting,
      ...report,
      undoes,
    });
    parts.onChanged(entry);
    if (error !== null) throw error;
    return entry;
  };
  /** Nobody else's change comes between the check and the read-back of this one. */
  const change = (
    profile: Profile,
    setting: AuditEntry['setting'],
    undoes: number | null,
    task: (client: SettingsClient) => Promise<Concluded>,
  ): Promise<AuditEntry> =>
    inTurn(profile.id, async () =>
      record(profile, setting, undoes, await parts.withClient(profile.id, task)),
    );

  const setTransformation = (
    profile: Profile,
    seen: string | null,
    next: string | null,
    undoes: number | null,
  ) =>
    change(profile, 'transformation', undoes, (client) => changeTransformation(client, seen, next));
  const setBufferSize = (profile: Profile, bytes: number, undoes: number | null) =>
    change(profile, 'bufferSize', undoes, (client) =>
      changeBufferSize(client, parts.audit.lastBufferSize(profile.id)?.bytes ?? null, bytes),
    );

  return {
    locks,
    async read(id) {
      const profile = profileOf(id);
      const transformation = await parts.withClient(id, (client) => client.getTransformation());
      return { transformation, bufferSize: parts.audit.lastBufferSize(profile.id) };
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
      const entry = parts.audit.get(auditId);
      if (!entry) {
        throw new AppError('not-found', 'The audit log has no such entry.', {
          detail: { auditId },
        });
      }
      const profile = profileOf(entry.profileId);
      locks.requireChangeable(profile, confirmName);
      if (entry.outcome === 'refused' || entry.outcome === 'failed') throw nothingToUndo(entry);
      if (entry.setting === 'transformation')
        return setTransformation(profile, entry.after, entry.before, entry.id);
      if (entry.before === null) throw sizeNotKnown(entry);
      return setBufferSize(profile, Number(entry.before), entry.id);
    },
  };
}

function addToLog({ audit }: ChangesParts, entry: Omit<AuditEntry, 'id'>): AuditEntry {
  try {
    return audit.add(entry);
  } catch (cause) {
    throw new AppError(
      'storage-failed',
      `The request reached ${entry.profileName} (${entry.outcome}), but could not be recorded in the audit log. Check that the disk has room, and note the change by hand.`,
      { detail: { outcome: entry.outcome, step: 'audit' }, cause },
    );
  }
}

function nothingToUndo(entry: AuditEntry): AppError {
  return new AppError(
    'unsupported',
    `This change of ${entry.profileName} was ${entry.outcome}; there is nothing to take back.`,
    { detail: { outcome: entry.outcome } },
  );
}

function sizeNotKnown(entry: AuditEntry): AppError {
  return new AppError(
    'unsupported',
    `The buffer size of ${entry.profileName} before this change is not known: SPCP cannot read it, and it was not set from here. Set the size that you want.`,
    { detail: { setting: entry.setting } },
  );
}
