import type { Notice } from '../../../shared/facts/notices.ts';
import { createManagedShelf, type ManagedShelf } from '../../core/managed/managed-shelf.ts';
import { openPersonal } from '../../store/documents/personal.ts';
import type { ProfileStore } from '../../store/documents/profiles.ts';
import { thisSystem } from '../../store/managed/locate.ts';
import { openManaged } from '../../store/managed/managed-store.ts';
import type { CommandContext } from '../context.ts';

/** `by` is empty where nothing is managed. */
export interface OpenShelf {
  readonly shelf: ManagedShelf;
  readonly by: string;
  readonly notices: readonly Notice[];
  close(): void;
}

/** The profiles that administrators supply, beside the user's own of this directory. */
export async function openManagedShelf(
  { env }: Pick<CommandContext, 'env'>,
  directory: string,
  own: Pick<ProfileStore, 'list'>,
): Promise<OpenShelf> {
  const managed = await openManaged({ ...thisSystem, env });
  const personal = await openPersonal(directory);
  const shelf = createManagedShelf({ managed: managed.get, personal, ownProfiles: own.list });
  const notices = [...managed.notices(), ...personal.notices];
  return {
    shelf,
    by: managed.get()?.by ?? '',
    notices,
    close() {
      personal.close();
      managed.close();
    },
  };
}
