import { thisSystem } from '../store/managed/locate.ts';
import { type ManagedStore, openManaged } from '../store/managed/managed-store.ts';
import { type Keychain, openVaults, type Vaults } from '../store/secrets/vaults.ts';
import { openRoles, type Roles } from './roles/roles.ts';

/** What a console is made of, and closes with itself. */
export interface OpenParts {
  readonly managed: ManagedStore;
  readonly vault: Vaults;
  readonly roles: Roles;
}

export interface Opening {
  readonly directory: string;
  /** Opens the keychain, in the shell that has one. */
  readonly keychain?: () => Promise<Keychain>;
  readonly logFault: (what: string, error: unknown) => void;
}

/**
 * Opens what administrators ordain, the roles and the vaults of a directory, and hands them to what makes a console of them. Where that throws they are
 * closed: their keys are overwritten, and no program that was asked for a password is left running.
 */
export async function withOpenParts<T>(
  { directory, keychain, logFault }: Opening,
  make: (parts: OpenParts) => Promise<T>,
): Promise<T> {
  const managed = await openManaged(thisSystem, { watch: true });
  let vault: Vaults | null = null;
  let roles: Roles | null = null;
  try {
    roles = await openRoles(directory, thisSystem);
    vault = await openVaults({
      directory,
      keychain: await keychain?.(),
      policy: () => managed.get()?.policy ?? {},
      logFault,
    });
    return await make({ managed, vault, roles });
  } catch (error) {
    vault?.close();
    roles?.close();
    managed.close();
    throw error;
  }
}
