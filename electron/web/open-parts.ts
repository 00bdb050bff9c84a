import { thisSystem } from '../store/managed/locate.ts';
import { type ManagedStore, openManaged } from '../store/managed/managed-store.ts';
import { openVaults, type Vaults } from '../store/secrets/vaults.ts';
import { logFault } from './log.ts';

/** What a console is made of, and closes with itself. */
export interface ConsoleParts {
  readonly managed: ManagedStore;
  readonly vault: Vaults;
}

/**
 * Opens what administrators ordain and the vaults of a directory, and hands them to what makes a console of them. Where that throws they are
 * closed: their keys are overwritten, and no program that was asked for a password is left running.
 */
export async function withConsoleParts<T>(
  directory: string,
  make: (parts: ConsoleParts) => Promise<T>,
): Promise<T> {
  const managed = await openManaged(thisSystem, { watch: true });
  let vault: Vaults | null = null;
  try {
    vault = await openVaults({
      directory,
      policy: () => managed.get()?.policy ?? {},
      logFault,
    });
    return await make({ managed, vault });
  } catch (error) {
    vault?.close();
    managed.close();
    throw error;
  }
}
