import type { Notices } from '../core/notices.ts';
import { openDatabase } from '../store/database/database.ts';
import { openPersonal } from '../store/documents/personal.ts';
import { openPreferences } from '../store/documents/preferences.ts';
import { openProfiles } from '../store/documents/profiles.ts';
import { createHistory } from '../store/history/history.ts';
import { createAuditLog } from '../store/logs/audit.ts';
import { createEventLog } from '../store/logs/events.ts';
import type { Vaults } from '../store/secrets/vaults.ts';

export type OpenStores = Awaited<ReturnType<typeof openStores>>;

/** All that the data directory keeps, open; what had to be mended or set aside becomes notices. Throws `storage-failed` and `storage-full`. */
export async function openStores(directory: string, vault: Vaults, notices: Notices) {
  const profiles = await openProfiles(directory, (notice) => notices.add([notice]), notices.ends);
  const preferences = await openPreferences(directory, notices.ends);
  const personal = await openPersonal(directory, { watch: true, onSettled: notices.ends });
  const database = openDatabase(directory);
  for (const { notices: found = [] } of [vault, profiles, preferences, personal, database])
    notices.add(found);
  vault.onNotice((found) => notices.add([found]));
  return {
    profiles: profiles.store,
    preferences: preferences.store,
    personal,
    database,
    history: createHistory(database.database),
    audit: createAuditLog(database.database),
    events: createEventLog(database.database),
    /** Documents, and what is personal; the database is closed when all who write to it have ended. */
    closeDocuments() {
      profiles.store.close();
      preferences.store.close();
      personal.close();
    },
  };
}
