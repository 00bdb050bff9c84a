import { AppError } from '../../../shared/errors.ts';
import type { Policy } from '../../../shared/model/policy.ts';
import type { Profile } from '../../../shared/model/profile.ts';
import { openDataDirectory } from '../../store/files/data-directory.ts';
import { thisSystem } from '../../store/managed/locate.ts';
import { openManaged } from '../../store/managed/managed-store.ts';
import { isInKeychain } from '../../store/secrets/keychain-vault.ts';
import { noKeychain, openVaults, type Vaults } from '../../store/secrets/vaults.ts';
import type { GlobalOptions } from '../arguments/global-options.ts';
import { isAtTerminal, typed } from '../arguments/password.ts';
import type { CommandContext } from '../context.ts';
import type { Output } from '../output/output.ts';

/**
 * The password of a saved profile as the vault of the data directory has it; null where it has none, or is one that only the desktop app can
 * use, of which a warning tells. Throws `vault-locked` where nobody can be asked for the passphrase, `wrong-passphrase`, `vault-damaged`,
 * `vault-command-failed`, `cancelled`.
 */
export async function passwordInVault(
  context: CommandContext,
  options: GlobalOptions,
  profile: Profile,
): Promise<string | null> {
  return withVaults(context, options, async (here) => {
    const { vaults } = here;
    if (vaults.state(profile.id, profile) === 'here') await unlock(context, vaults);
    return passwordFrom(context, here, profile);
  });
}

/** The same from vaults that are open and unlocked. */
export async function passwordFrom(
  context: CommandContext,
  { vaults, directory }: VaultsHere,
  profile: Profile,
): Promise<string | null> {
  // Where the desktop app would use its keychain, nothing is left here but the session.
  if (vaults.inForce().kind === 'session') {
    if (await isInKeychain(directory, profile.id)) {
      context.output.warn(context.texts.inKeychain(profile.name));
    }
    return null;
  }
  return vaults.state(profile.id, profile) === 'here' ? vaults.get(profile.id, profile) : null;
}

/** What a task is given of the vaults of a data directory; `by`: who made the policy. */
export interface VaultsHere {
  readonly vaults: Vaults;
  readonly directory: string;
  readonly policy: Policy;
  readonly by: string;
}

/** Runs a task with the vaults of the data directory, as far as the command line can use them. Throws `storage-failed`. */
export async function withVaults<T>(
  context: CommandContext,
  options: GlobalOptions,
  task: (here: VaultsHere) => Promise<T>,
): Promise<T> {
  const { env, output, speaker } = context;
  const directory = await openDataDirectory(options.dataDir, env);
  const managed = await openManaged({ ...thisSystem, env });
  const policy = managed.get()?.policy ?? {};
  const vaults = await openVaults({
    directory,
    keychain: noKeychain,
    policy: () => policy,
    logFault: faultWarning(output),
  });
  try {
    for (const notice of vaults.notices) output.warn(speaker.notice(notice).text);
    return await task({ vaults, directory, policy, by: managed.get()?.by ?? '' });
  } finally {
    vaults.close();
    managed.close();
  }
}

/** Tells of what goes wrong in the vaults beside what was asked for, and ends no command. Never throws. */
export function faultWarning(output: Output): (what: string, error: unknown) => void {
  return (what, error) => {
    if (error instanceof AppError) output.warnOf(error.toValue());
    else output.warn(`${what}: ${error instanceof Error ? error.message : String(error)}`);
  };
}

/** Opens the vault that passwords are read from and kept in. Throws `vault-refused` where none outlives the process, `vault-locked` and as `unlock`. */
export async function openKeepingVault(context: CommandContext, vaults: Vaults): Promise<void> {
  const { kind } = vaults.inForce();
  if (kind !== 'passphrase') throw new AppError('vault-refused', { case: 'command-line', kind });
  await unlock(context, vaults);
}

/** Asks for the passphrase where one is needed. Throws `vault-locked` where nobody can be asked for it, `wrong-passphrase`, `vault-damaged`, `cancelled`. */
export async function unlock(context: CommandContext, vaults: Vaults): Promise<void> {
  if (!vaults.inForce().locked) return;
  const { SPCP_VAULT_PASSPHRASE } = context.env;
  if (SPCP_VAULT_PASSPHRASE === undefined && !isAtTerminal(context)) {
    throw new AppError('vault-locked', { case: 'command-line' });
  }
  const passphrase =
    SPCP_VAULT_PASSPHRASE ?? (await typed(context, context.texts.passphrasePrompt));
  await vaults.unlock(passphrase);
}
