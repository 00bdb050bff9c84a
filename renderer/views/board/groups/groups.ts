import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';

/** Proxies that stand under one heading. */
export interface BoardGroup {
  /** What it is grouped by: a folder's path, an environment, a state; empty for the top folder, and where nothing is grouped. */
  readonly key: string;
  /** Of this group; null where nothing is grouped. */
  readonly by: 'folder' | 'tag' | 'environment' | 'state' | null;
  /** In their order. */
  readonly profiles: readonly ProfileEntry[];
  /** Only its heading is shown. */
  readonly folded: boolean;
}
