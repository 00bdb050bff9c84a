import type { AuditEntry } from './change.ts';

/** What a change made of the setting, as far as is known: what was read back, or else asked for. */
export function valueAfter({ outcome, requested, after }: AuditEntry): string | null {
  return outcome === 'unverified' ? requested : after;
}

/** Whether nobody knows what a change came to. */
export function isUnsettled({ outcome }: Pick<AuditEntry, 'outcome'>): boolean {
  return outcome === 'begun' || outcome === 'failed';
}

/** Whether a change did something to the proxy, be it what was asked or something else. */
export function tookEffect({ outcome }: Pick<AuditEntry, 'outcome'>): boolean {
  return outcome === 'verified' || outcome === 'unverified' || outcome === 'mismatch';
}
