import type { Imported } from '../../../../shared/model/profile-import.ts';
import type { ExportedSecrets } from '../../../../shared/model/sealed-secrets.ts';
import { folderPlace } from '../../../store/secrets/folder-place.ts';
import type { KeptSecret, NewSecret } from '../../../store/secrets/vault.ts';
import type { ProfileHome } from '../profiles/profile-home.ts';
import type { ImportUndo } from './import-undo.ts';

/**
 * The passwords of what was imported, under the ids that it has here; each stays bound to the place that it was entered for. One is a folder's
 * only where that comes with its password in the same file: nothing that is imported follows the password of a folder that was here before.
 */
export function secretsOf(
  { profiles: secrets, folders }: ExportedSecrets,
  { profiles, folderIds }: Imported,
  added: ReadonlySet<string>,
): readonly NewSecret[] {
  const complete = new Map(
    folders.flatMap(({ id: exportedId }) => {
      const id = folderIds.get(exportedId);
      return id === undefined || !added.has(id) ? [] : [[exportedId, id] as const];
    }),
  );
  const ids = new Map(
    profiles.filter(({ done }) => done !== 'skipped').map(({ exportedId, id }) => [exportedId, id]),
  );
  return secrets.flatMap(({ id: exportedId, password, place, from }) => {
    const id = ids.get(exportedId);
    if (id === undefined) return [];
    return [{ id, password, place, from: from === null ? null : (complete.get(from) ?? null) }];
  });
}

/** The passwords of folders that are new here; one that is there keeps its own. */
export function folderSecretsOf(
  { folders }: ExportedSecrets,
  { folderIds }: Imported,
  added: ReadonlySet<string>,
): readonly NewSecret[] {
  return folders.flatMap(({ id: exportedId, user, password }) => {
    const id = folderIds.get(exportedId);
    if (id === undefined || !added.has(id)) return [];
    return [{ id, password, place: folderPlace(id, user) }];
  });
}

/**
 * Of those that were replaced and got another one, also where it was entered for another place. Throws what the vault throws: what cannot be
 * put back is not overwritten.
 */
export async function passwordsBefore(
  { vault }: ProfileHome,
  { replaced }: ImportUndo,
  taken: readonly NewSecret[],
): Promise<readonly KeptSecret[]> {
  const overwritten = new Set(taken.map(({ id }) => id));
  const ids = replaced.map(({ before }) => before.profile.id).filter((id) => overwritten.has(id));
  return ids.length === 0 ? [] : vault.read(ids);
}
