import { AppError } from '../../shared/errors.ts';
import { unlockUnattended } from '../core/unattended-unlock.ts';
import { commandLine } from '../store/secrets/command/agreement.ts';
import type { Vaults } from '../store/secrets/vaults.ts';

/**
 * Sees to it that the vault in force needs nobody from now on. Throws `vault-refused` where passwords are kept in memory alone, or where its
 * command was agreed to by nobody; `vault-locked` where there is no passphrase, and what unlocking throws.
 */
export async function requireUnattended(
  vaults: Vaults,
  passphrase: string | null,
  say: (line: string) => void,
): Promise<void> {
  if (passphrase !== null) await unlockUnattended(vaults, passphrase, say);
  const { kind, locked, agreed, command } = vaults.inForce();
  if (kind === 'session') throw new AppError('vault-refused', { case: 'nobody-there' });
  if (locked) throw new AppError('vault-locked', { case: 'collector' });
  if (kind === 'command' && command !== null && !agreed)
    throw new AppError('vault-refused', { case: 'not-agreed', program: commandLine(command) });
}
