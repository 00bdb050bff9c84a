import type { Opened } from '../base/open-whole.ts';
import type { Notices } from '../core/notices.ts';
import { openDatabase } from '../store/database/database.ts';
import { openPersonal } from '../store/documents/personal.ts';
import { openPreferences } from '../store/documents/preferences.ts';
import { openProfiles } from '../store/documents/profiles.ts';
import { holdPresence } from '../store/files/presence.ts';
import { createAuditLog } from '../store/logs/audit.ts';
import type { Vaults } from '../store/secrets/vaults.ts';
import { alertReadsOf, auditReadsOf, eventsOf, historyOf } from '../store/thread/asked.ts';
import { openStore } from '../store/thread/open-store.ts';

export type OpenStores = Awaited<ReturnType<typeof openStores>>;

/** All that the data directory keeps, open, each as `opened` is told; what had to be mended or set aside becomes notices. Throws `storage-failed` and `storage-full`. */
export async function openStores(
  directory: string,
  vault: Vaults,
  notices: Notices,
  logFault: (what: string, error: unknown) => void,
  opened: Opened,
) {
  const presence = holdPresence(directory);
  opened(presence.end);
  const profiles = await openProfiles(directory, (notice) => notices.add([notice]), notices.ends);
  opened(profiles.store.close);
  const preferences = await openPreferences(directory, notices.ends);
  opened(preferences.store.close);
  const personal = await openPersonal(directory, { watch: true, onSettled: notices.ends });
  opened(personal.close);
  const database = openDatabase(directory);
  opened(database.close);
  for (const { notices: found = [] } of [vault, profiles, preferences, personal, database])
    notices.add(found);
  vault.onNotice((found) => notices.add([found]));
  const store = openStore(database.database, logFault);
  opened(store.close);
  return {
    profiles: profiles.store,
    preferences: preferences.store,
    personal,
    database,
    history: historyOf(store),
    audit: { ...createAuditLog(database.database), ...auditReadsOf(store) },
    events: eventsOf(store),
    alertReads: alertReadsOf(store),
    /** Calls of the store that are not answered yet. */
    waiting: store.waiting,
    /** Once all who write to it have ended; resolves when all of it is on the disk. */
    async closeDatabase() {
      await store.close();
      database.close();
      presence.end();
    },
    /** Documents, and what is personal. */
    closeDocuments() {
      profiles.store.close();
      preferences.store.close();
      personal.close();
    },
  };
}
