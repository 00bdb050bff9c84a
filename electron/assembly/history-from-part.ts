import { folderChain, foldersById } from '../../shared/model/resolve-profile.ts';
import type { ProfileBook } from '../../shared/model/stored-profile.ts';
import { systemClock } from '../base/clock.ts';
import type { ManagedPart } from '../core/managed/managed-part.ts';
import type { Roster } from '../core/roster/roster.ts';
import { createHistoryFrom, type JoinedHistory } from '../history-from/history-from.ts';
import { createHistorySources, type HistorySources } from '../history-from/sources/sources.ts';
import type { PreferencesStore } from '../store/documents/preferences.ts';
import type { SecretVault } from '../store/secrets/vault.ts';
import type { Vaults } from '../store/secrets/vaults.ts';
import type { OpenStores } from './stores.ts';

export interface HistoryFromPartParts {
  readonly stores: Pick<OpenStores, 'history' | 'profiles'>;
  readonly managed: Pick<ManagedPart, 'shelf' | 'policy' | 'state'>;
  readonly preferences: PreferencesStore;
  readonly vault: SecretVault & Pick<Vaults, 'refused'>;
  readonly roster: Pick<Roster, 'list'>;
}

/** History as it is shown: what is kept here, with what a Prometheus has where one is set. */
export interface HistoryFromPart {
  readonly sources: HistorySources;
  readonly history: JoinedHistory;
}

export function createHistoryFromPart(parts: HistoryFromPartParts): HistoryFromPart {
  const { stores, managed, preferences, vault, roster } = parts;
  const shelves = [stores.profiles, managed.shelf].map((shelf) => chains(() => shelf.book()));
  const sources = createHistorySources({
    preferences,
    vault,
    forbiddenBy: () =>
      managed.policy().historyFrom === false ? (managed.state()?.by ?? '') : null,
    foldersOf: (id) => shelves.flatMap((chainOf) => chainOf(id)),
    profileIds: () => roster.list().map(({ id }) => id),
    clock: systemClock,
  });
  const { sourceOf } = sources;
  return {
    sources,
    history: createHistoryFrom({ local: stores.history, sourceOf, clock: systemClock }),
  };
}

/** The folders that the profiles of a book lie in, the inmost first; put in order once for each book. */
function chains(bookOf: () => ProfileBook): (profileId: string) => readonly string[] {
  let known: { readonly book: ProfileBook; readonly byId: ReadonlyMap<string, string[]> } | null =
    null;
  return (profileId) => {
    const book = bookOf();
    if (known?.book !== book) {
      const folders = foldersById(book.folders);
      const byId = new Map(
        book.profiles.map(({ id, folderId }) => [
          id,
          folderChain(folderId, folders).map((folder) => folder.id),
        ]),
      );
      known = { book, byId };
    }
    return known.byId.get(profileId) ?? [];
  };
}
