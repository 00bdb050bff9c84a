import { type AuditRow, tookEffect } from '../../../../shared/model/change.ts';

/** A transformation that was in force on a proxy, and the newest change that says so. */
export interface RanCommand {
  readonly text: string;
  readonly at: number;
  readonly actor: string;
}

/** What a proxy ran, each once, the latest first. `rows` are its entries of the audit log, newest first. */
export function ranCommands(rows: readonly AuditRow[]): readonly RanCommand[] {
  const ran = new Map<string, RanCommand>();
  for (const row of rows) {
    if (row.setting !== 'transformation') continue;
    const { at, actor, before, after } = row;
    for (const text of tookEffect(row) ? [after, before] : [before]) {
      if (text !== null && text !== '' && !ran.has(text)) ran.set(text, { text, at, actor });
    }
  }
  return [...ran.values()];
}
