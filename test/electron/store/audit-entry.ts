import type { AuditEntry } from '../../../shared/model/change.ts';

export const madrid = '0b0f2f4e-8a53-4f0e-9d0c-0d1f6f2f7a01';
export const lima = '0b0f2f4e-8a53-4f0e-9d0c-0d1f6f2f7a02';

export function auditEntry(others: Partial<AuditEntry> = {}): Omit<AuditEntry, 'id'> {
  return {
    at: 1_700_000_000_000,
    profileId: madrid,
    profileName: 'Madrid',
    actor: 'ana',
    setting: 'transformation',
    before: null,
    requested: 'tr a-z A-Z',
    after: 'tr a-z A-Z',
    outcome: 'verified',
    undoes: null,
    plan: null,
    shell: null,
    remote: null,
    ...others,
  };
}
