import type { AuditRow } from '../../../../shared/model/change.ts';

export const proxyId = '7b1c7f4e-0f0f-4f64-9d2d-3f5a2b6f1c11';

/** A row of the audit log: a transformation set and read back, unless told otherwise. */
export function auditRow(others: Partial<AuditRow> = {}): AuditRow {
  return {
    id: 1,
    at: 1000,
    profileId: proxyId,
    profileName: 'Madrid',
    actor: 'ana',
    setting: 'transformation',
    before: null,
    requested: 'rev',
    after: 'rev',
    outcome: 'verified',
    undoes: null,
    plan: null,
    shell: null,
    remote: null,
    undoable: true,
    ...others,
  };
}
