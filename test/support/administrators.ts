import { expect } from 'vitest';
import type { AuditEntry } from '../../shared/model/change.ts';
import { tookEffect } from '../../shared/model/change-effect.ts';

/** What two administrators did at once, each of whom had seen the same value in force. */
export interface AtOnce {
  readonly seen: string | null;
  /** What is in force after. */
  readonly last: string | null;
  /** By what each wanted: what it was told, an outcome or the code of an error. */
  readonly told: Readonly<Record<string, string | number | null>>;
  /** What the command line's exit codes stand for is compared by this: of an entry's outcome, what is told of it. */
  readonly tells?: Readonly<Record<string, (outcome: AuditEntry['outcome']) => string | number>>;
  /** All that is in any audit log of it. */
  readonly entries: readonly AuditEntry[];
}

/** Who comes second gets a conflict, or is the later of two that overlapped: nobody replaced what was not seen, and all is in the log as it was told. */
export function expectNoneOverwritten({ seen, last, told, tells = {}, entries }: AtOnce): void {
  expect(entries.map(({ requested }) => requested).toSorted()).toEqual(
    Object.keys(told).toSorted(),
  );
  for (const { requested, outcome } of entries) {
    const wanted = requested ?? '';
    const tell = tells[wanted] ?? toldInApp;
    expect([wanted, told[wanted]]).toEqual([wanted, tell(outcome)]);
  }
  const made = entries.filter(({ outcome }) => outcome !== 'conflict');
  expect(made.map(({ requested }) => requested)).toContain(last);
  expect(made.every(tookEffect)).toBe(true);
  // Two that were made both began with what both saw.
  expect(made.map(({ before }) => before)).toEqual(made.map(() => seen));
  for (const { outcome, before, after } of entries) {
    // One that was not made, or not as asked, names what is there instead.
    if (outcome === 'conflict') expect([before, after]).toEqual([last, last]);
    if (outcome === 'mismatch') expect(after).toBe(last);
  }
}

function toldInApp(outcome: AuditEntry['outcome']): string {
  return outcome === 'conflict' ? 'not-as-expected' : outcome;
}

/** The exit code of a command that sets a transformation. */
export function toldByExitCode(outcome: AuditEntry['outcome']): number {
  return outcome === 'verified' ? 0 : 7;
}
