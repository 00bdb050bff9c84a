import type { RemovedFolder } from '../../../../shared/model/profile-book.ts';
import type { SecretVault } from '../../../store/secrets/vault.ts';
import {
  isFolderPasswordKept,
  type KnownPassword,
  newFolderSecrets,
  readFolderPassword,
  secretsOf,
} from './folder-passwords.ts';
import type { FolderStep } from './folder-step.ts';

/** Removes a folder: profiles in it keep its password as their own, and folders in it say from now on who logs in, with that password. */
export function removeStep(
  vault: SecretVault,
  id: string,
  known: KnownPassword,
): FolderStep<RemovedFolder> {
  return {
    change: (desk) => desk.removeFolder(id),
    async secrets(removed, moved) {
      const heirs = heirsOf(removed);
      const password = heirs.length === 0 ? null : await readFolderPassword(vault, removed.folder);
      const own = newFolderSecrets(heirs, password, removed.folder.settings.user);
      const given = new Map(own.map((each) => [each.id, each.password]));
      const { set, gone } = await secretsOf(vault, moved, { given, whoHasNone: 'stays' });
      return { set: [...own, ...set], gone: typeof known === 'string' ? [id, ...gone] : gone };
    },
    takeBack: (desk, removed) => desk.putFolderBack(removed),
  };
}

/** Takes that back. */
export function putBackStep(
  vault: SecretVault,
  removed: RemovedFolder,
  password: KnownPassword,
): FolderStep<readonly string[]> {
  const { folder } = removed;
  return {
    change(desk) {
      desk.putFolderBack(removed);
      const leave = ({ id }: { id: string }) => desk.folder(id)?.settings.user === undefined;
      return heirsOf(removed)
        .filter(leave)
        .map(({ id }) => id);
    },
    async secrets(left, moved) {
      const own = newFolderSecrets([folder], password, folder.settings.user);
      const given = new Map(own.map((each) => [each.id, each.password]));
      const { set, gone } = await secretsOf(vault, moved, { given, whoHasNone: 'stays' });
      const kept = left.filter((id) => isFolderPasswordKept(vault, id));
      return { set: [...own, ...set], gone: [...kept, ...gone] };
    },
    takeBack: (desk) => void desk.removeFolder(folder.id),
  };
}

/** The folders in it that it told who logs in. */
function heirsOf({ folder, folders }: RemovedFolder) {
  if (folder.settings.user === undefined) return [];
  return folders.filter(({ settings }) => settings.user === undefined);
}
