import type { AuditEntry } from '../../shared/model/change.ts';
import type { NewEvent } from '../../shared/model/event.ts';
import { isSameProxy } from '../../shared/model/place.ts';
import type { Profile } from '../../shared/model/profile.ts';
import { idOfAddress } from '../base/address-id.ts';
import type { ReadOfProxy } from '../fleet/streams.ts';
import type { AuditLog } from '../store/logs/audit.ts';
import type { ChangesElsewhere } from '../store/logs/changed-elsewhere.ts';

/** A change takes seconds, with all its time limits: one that was begun so long before a read may have come into force after it. */
const longestMs = 60_000;
/** Events since the read before that are looked at for one that tells the same; a console tells of one change with each of its reads. */
const lookedAt = 100;

export interface ElsewhereParts {
  readonly profiles: () => readonly Profile[];
  readonly audit: Pick<AuditLog, 'since'>;
  readonly elsewhere: ChangesElsewhere;
}

/**
 * The event of a transformation that is another one than when it was read last, though nobody changed it from here: not this process, not the
 * command line, and no other console on the data directory. Null where it is the same, where it was not known, and where the audit log or another
 * console tells of it. `lastEntry`: the newest of the audit log at the read before, since dates are wrong where a clock is set back. Throws as those do.
 */
export function changedElsewhere(
  parts: ElsewhereParts,
  read: ReadOfProxy,
  lastEntry: number | null = null,
): NewEvent | null {
  const { id, name, before, now, restarted } = read;
  if (before === null || before.value === now.value) return null;
  const since = before.at - longestMs;
  const entries = idsOf(parts.profiles(), id).flatMap((each) =>
    parts.audit.since(each, 'transformation', since, lastEntry),
  );
  const from = before.value;
  const to = now.value;
  if (entries.some((entry) => explains(entry, { from, to, at: before.at, lastEntry }))) return null;
  if (isTold(parts, id, { from, to, at: before.at })) return null;
  return {
    at: now.at,
    profileId: id,
    profileName: name,
    kind: 'changed-elsewhere',
    detail: { setting: 'transformation', from, to, since: before.at, until: now.at, restarted },
  };
}

/** Finds that out for every read that it is given, whatever the clock of this machine did between two of them. */
export function createElsewhere(
  parts: ElsewhereParts & { readonly audit: Pick<AuditLog, 'lastEntry'> },
): (read: ReadOfProxy) => NewEvent | null {
  const entries = new Map<string, number>();
  return (read) => {
    const lastEntry = entries.get(read.id) ?? null;
    entries.set(read.id, parts.audit.lastEntry());
    return changedElsewhere(parts, read, lastEntry);
  };
}

interface Difference {
  readonly from: string | null;
  readonly to: string | null;
  /** When the value before was read. */
  readonly at: number;
}

interface Unexplained extends Difference {
  /** The newest entry of the audit log then; null where nobody knows. */
  readonly lastEntry: number | null;
}

/** Whether a change from here made the difference, or may have. What is under way tells itself what it came to. */
function explains(entry: AuditEntry, { from, to, at, lastEntry }: Unexplained): boolean {
  const { outcome, before, requested, after } = entry;
  if (outcome === 'conflict' || outcome === 'not-applied' || outcome === 'refused') return false;
  const leadsTo = outcome === 'begun' || requested === to || after === to;
  const isLater = entry.at >= at || (lastEntry !== null && entry.id > lastEntry);
  return leadsTo && (isLater || before === from);
}

/** Whether it was told already: by another console, which reads the same proxy. */
function isTold({ elsewhere }: ElsewhereParts, id: string, { from, to, at }: Difference): boolean {
  return elsewhere(id, at, lookedAt).some(
    ({ detail }) => detail.to === to && detail.from === from && detail.until >= at,
  );
}

/** Under which the audit log may know changes of the proxy of a profile: those of all profiles of it, and that of its address. */
function idsOf(profiles: readonly Profile[], id: string): readonly string[] {
  const profile = profiles.find((each) => each.id === id);
  if (profile === undefined) return [id];
  const same = profiles.filter((each) => isSameProxy(each, profile)).map((each) => each.id);
  return [...new Set([id, ...same, idOfAddress(profile)])];
}
