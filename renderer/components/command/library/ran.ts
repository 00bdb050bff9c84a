import type { AuditRow } from '../../../../shared/model/change.ts';
import { tookEffect } from '../../../../shared/model/change-effect.ts';

/** A transformation that was in force on a proxy, and the newest change that set it, or null where no entry says which that was. */
export interface RanCommand {
  readonly text: string;
  readonly set: { readonly at: number; readonly actor: string } | null;
}

/** What a proxy ran, each once, the latest first. `rows` are its entries of the audit log, newest first. */
export function ranCommands(rows: readonly AuditRow[]): readonly RanCommand[] {
  const ran = new Map<string, RanCommand>();
  for (const row of rows) {
    if (row.setting !== 'transformation') continue;
    const { at, actor, before, after } = row;
    if (tookEffect(row) && after !== null && after !== '') {
      // Of one that a later change found in force, this is the change that set it.
      if ((ran.get(after)?.set ?? null) === null)
        ran.set(after, { text: after, set: { at, actor } });
    }
    if (before !== null && before !== '' && !ran.has(before))
      ran.set(before, { text: before, set: null });
  }
  return [...ran.values()];
}
