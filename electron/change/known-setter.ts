import type { AuditEntry } from '../../shared/model/change.ts';
import { tookEffect } from '../../shared/model/change-effect.ts';

/** Who brought a value into force, as far as the audit log knows. */
export interface KnownSetter {
  readonly actor: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** It was the user who changes now: in another window, on the command line, or by a change whose outcome stayed unknown. */
  readonly own: boolean;
}

/**
 * Who set the value that was found, null where no entry says so: then it was not done with this console. `recent` are the setting's
 * entries, newest first, back to the newest that took effect.
 */
export function setterOf(
  found: string | null,
  recent: readonly AuditEntry[],
  actor: string,
): KnownSetter | null {
  const entry = recent.find(
    (each) =>
      (tookEffect(each) && each.after === found) ||
      (each.outcome === 'failed' && each.requested === found),
  );
  return entry === undefined
    ? null
    : { actor: entry.actor, at: entry.at, own: entry.actor === actor };
}
