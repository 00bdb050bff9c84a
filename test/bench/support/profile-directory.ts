import { randomUUID } from 'node:crypto';
import { openProfiles } from '../../../electron/store/documents/profiles.ts';

/** Saves so many profiles, `proxy 1` and so on, in a data directory that is there and has none. Nothing of them connects by itself, and they have no passwords. */
export async function fillWithProfiles(directory: string, count: number): Promise<void> {
  const { store } = await openProfiles(directory);
  const profiles = Array.from({ length: count }, (_, n) => ({
    id: randomUUID(),
    name: `proxy ${n + 1}`,
    host: `10.0.0.${n + 1}`,
    folderId: null,
    tags: '',
    notes: '',
    colour: 'none' as const,
    favourite: false,
    settings: { user: 'operator', autoConnect: false },
  }));
  await store.changeBook((book) => ({ ...book, profiles }));
  store.close();
}
