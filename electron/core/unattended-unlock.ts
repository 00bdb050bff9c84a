import { AppError } from '../../shared/errors.ts';
import { inOneLine, speaker } from '../../shared/texts/say.ts';
import { readFirstLine } from '../base/first-line.ts';
import { localeOf } from '../base/locale.ts';
import type { Vaults } from '../store/secrets/vaults.ts';

const variable = 'SPCP_VAULT_PASSPHRASE';

/** The passphrase in the environment, null where there is none; out of it at once, so that no child process inherits it. */
export function takePassphrase(env: NodeJS.ProcessEnv): string | null {
  const passphrase = env[variable] ?? null;
  delete env[variable];
  return passphrase;
}

/** The first line of standard input; null where the process is to end before it came. Throws `invalid-input` where it would be seen. */
export async function pipedPassphrase(end: Promise<void>): Promise<string | null> {
  const { stdin } = process;
  if (stdin.isTTY) {
    const field = 'vault-passphrase-stdin';
    throw new AppError('invalid-input', { case: 'passphrase-at-terminal', field });
  }
  const left = new AbortController();
  void end.then(() => left.abort());
  return readFirstLine(stdin, left.signal);
}

/** Unlocks the vault for a console that starts by itself. Throws `wrong-passphrase`, `vault-damaged`; that no passphrase vault is in use is only said, in one line. */
export async function unlockUnattended(
  vaults: Vaults,
  passphrase: string,
  say: (line: string) => void,
): Promise<void> {
  if (vaults.inForce().kind === 'passphrase') {
    await vaults.unlock(passphrase, { unattended: true });
    return;
  }
  const unused = new AppError('vault-refused', { case: 'no-passphrase' });
  say(inOneLine(speaker(localeOf(process.env)).error(unused.toValue())));
}
