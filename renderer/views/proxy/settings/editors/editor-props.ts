import type { ProfileEntry } from '../../../../../shared/ipc/contract.ts';
import type { AuditRow } from '../../../../../shared/model/change.ts';
import type { Log } from '../../../../api/logs.ts';

/** What each editor of a setting gets. */
export interface EditorProps {
  readonly profile: ProfileEntry;
  /** Why nothing can be changed just now, in words; null where it can. */
  readonly blocked: string | null;
  readonly log: Log<AuditRow>;
}
