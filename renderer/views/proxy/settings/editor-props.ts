import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';

/** What each editor of a setting gets. */
export interface EditorProps {
  readonly profile: ProfileEntry;
  /** Why nothing can be changed just now, in words; null where it can. */
  readonly blocked: string | null;
  /** Fetches what is in force. */
  readonly reload: () => void;
}
