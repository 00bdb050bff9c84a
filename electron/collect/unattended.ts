import { AppError } from '../../shared/errors.ts';
import type { Notice } from '../../shared/facts/notices.ts';
import { unlockUnattended } from '../core/unattended-unlock.ts';
import { commandLine } from '../store/secrets/command/agreement.ts';
import type { Vaults } from '../store/secrets/vaults.ts';

/**
 * Sees to it that the vault in force needs nobody from now on. Throws `vault-refused` where passwords are kept in memory alone, with the file that
 * administrators have to mend where `notices`, of what they ordain, say that it is the cause, or where its command was agreed to by nobody; `vault-locked` where there is no passphrase, and what unlocking throws.
 */
export async function requireUnattended(
  vaults: Vaults,
  passphrase: string | null,
  notices: readonly Notice[],
  say: (line: string) => void,
): Promise<void> {
  if (passphrase !== null) await unlockUnattended(vaults, passphrase, say);
  const { kind, locked, agreed, command } = vaults.inForce();
  if (kind === 'session') requireOrdained(notices);
  if (kind === 'session') throw new AppError('vault-refused', { case: 'nobody-there' });
  if (locked) throw new AppError('vault-locked', { case: 'collector' });
  if (kind === 'command' && command !== null && !agreed)
    throw new AppError('vault-refused', { case: 'not-agreed', program: commandLine(command) });
}

/** Throws where the strictest policy holds because theirs cannot be told. */
function requireOrdained(notices: readonly Notice[]): void {
  for (const { code, detail } of notices) {
    const wrong =
      code === 'managed-refused' && !detail.before
        ? { file: detail.file, place: detail.path }
        : code === 'managed-faults' && detail.policy
          ? { file: detail.file, place: detail.faults.map(({ place }) => place).join(', ') }
          : null;
    if (wrong !== null) throw new AppError('vault-refused', { case: 'managed-wrong', ...wrong });
  }
}
