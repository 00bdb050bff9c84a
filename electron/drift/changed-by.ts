import type { AuditEntry } from '../../shared/model/change.ts';
import { tookEffect, valueAfter } from '../../shared/model/change-effect.ts';
import type { ChangedBy, DriftRow } from '../../shared/model/drift.ts';
import type { AuditLog } from '../store/logs/audit.ts';
import type { ChangesElsewhere } from '../store/logs/changed-elsewhere.ts';

export interface ChangedByParts {
  readonly audit: Pick<AuditLog, 'recent'>;
  readonly elsewhere: ChangesElsewhere;
}

/**
 * Who made this value the one in force: whoever changed it from here last, or somebody else, between two reads. Null where neither is known, as of
 * what was so before this console first read it. Throws as the logs do.
 */
export function changedBy(
  { audit, elsewhere }: ChangedByParts,
  { profileId, setting }: Pick<DriftRow, 'profileId' | 'setting'>,
  value: string | null,
): ChangedBy | null {
  const entry = audit.recent(profileId, setting).find(tookEffect);
  const own = entry !== undefined && valueAfter(entry) === value ? hereOf(entry) : null;
  const [event] = elsewhere(profileId, 0, 1);
  if (event === undefined) return own;
  const { to, since, until } = event.detail;
  if (event.detail.setting !== setting || to !== value) return own;
  if (own !== null && own.at >= until) return own;
  return { kind: 'elsewhere', since, until };
}

function hereOf({ at, actor, shell, remote }: AuditEntry) {
  return { kind: 'here', at, actor, shell, remote } as const;
}
