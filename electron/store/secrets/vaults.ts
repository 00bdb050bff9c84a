import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { AppError } from '../../../shared/errors.ts';
import type { Notice } from '../../../shared/model/app-info.ts';
import type {
  VaultChoice,
  VaultCommand,
  VaultKind,
  VaultState,
} from '../../../shared/model/vault.ts';
import { systemClock } from '../../base/clock.ts';
import { createTopic } from '../../base/topic.ts';
import { createTurns } from '../../base/turns.ts';
import { openDocument } from '../documents/document.ts';
import { withFileLock } from '../files/file-lock.ts';
import { storageError } from '../storage-error.ts';
import { choiceFormat } from './choice-file.ts';
import { createChooser } from './choosing.ts';
import { openAgreement } from './command/agreement.ts';
import { createCommandVault } from './command/command-vault.ts';
import { createIdleLock } from './idle-lock.ts';
import { isKeychainFilled } from './keychain-vault.ts';
import { type Circumstances, kindInForce, offersIn, requireOffered } from './offers.ts';
import { openPassphraseVault } from './passphrase/passphrase-vault.ts';
import { createSessionVault } from './session-vault.ts';
import type { KeepingVault, SecretVault } from './vault.ts';
import { noKeychain, type Vaults, type VaultsParts } from './vaults-seam.ts';

export { type Keychain, noKeychain, type Vaults, type VaultsParts } from './vaults-seam.ts';

/** Held while a vault is chosen and while what a file keeps is written. */
export const vaultLock = 'vault.lock';

/** Opens the vaults of a data directory. Never throws for what their files are: then a notice says it. */
export async function openVaults(parts: VaultsParts): Promise<Vaults> {
  const { directory, keychain = noKeychain, policy = () => ({}), clock = systemClock } = parts;
  const found = createTopic<Notice>();
  const choice = await openDocument(directory, choiceFormat, {
    watch: true,
    onNotice: (notice) => found.publish(notice),
  });
  const passphrase = await openPassphraseVault(directory);
  const session = createSessionVault();
  const agreement = await openAgreement(directory, choice.get().command, parts.logFault);
  const command = createCommandVault(() => {
    const chosen = choice.get().command;
    if (chosen !== null) agreement.require(chosen);
    return chosen;
  }, clock);
  const changed = createTopic<void>();
  const inTurn = createTurns();
  /** An unlock by somebody who left, and let the app go on by itself. */
  let unattended = false;

  const circumstances = (): Circumstances => ({
    policy: policy(),
    chosen: choice.get().kind,
    keychain: keychain.refused,
    passphraseSet: passphrase.isSet,
    commandSet: choice.get().command !== null,
  });
  const kind = (): VaultKind => kindInForce(circumstances());
  const keeping = (of: VaultKind): KeepingVault | null =>
    ({ keychain: keychain.vault, passphrase, session, command: null })[of];
  const current = (): SecretVault =>
    kind() === 'command' ? command : (keeping(kind()) ?? session);
  const requirePassphrase = (): void => {
    if (kind() !== 'passphrase') throw new AppError('vault-refused', { case: 'no-passphrase' });
  };
  const idle = createIdleLock(() => choice.get().idleMinutes, passphrase.lock, clock);
  const used = (): void => {
    if (!passphrase.isLocked && !unattended) idle.used();
  };
  let choosing = false;
  let before = kind();
  const settle = (): void => {
    // Until the choice is made the next vault is open, and not in force.
    if (choosing) return;
    const now = kind();
    if (now !== 'passphrase') passphrase.lock();
    if (now !== 'command' && before === 'command') command.forget();
    before = now;
    if (passphrase.isLocked) idle.stop();
    changed.publish();
  };

  /** While no other process chooses, or saves in a vault that is no longer in force. */
  const guarded = async <T>(task: () => Promise<T>): Promise<T> => {
    const path = join(directory, vaultLock);
    try {
      return await withFileLock(path, async () => {
        await choice.change((value) => value);
        await chooser.spare();
        return task();
      });
    } catch (error) {
      throw storageError(path, error);
    }
  };
  const write = (task: (vault: SecretVault) => Promise<void>): Promise<void> =>
    inTurn('vaults', async () => {
      const isFiled = kind() === 'keychain' || kind() === 'passphrase';
      await (isFiled ? guarded(() => task(current())) : task(current()));
    });
  const chooser = createChooser({
    choice,
    kind,
    offers: () => offersIn(circumstances()),
    keeping,
    passphrase,
    isKeptInOtherShell: async () =>
      keychain.refused === 'web-shell' && (await isKeychainFilled(directory)),
    logFault: parts.logFault,
  });
  const asOne = <T>(task: () => Promise<T>): Promise<T> =>
    inTurn('vaults', async () => {
      choosing = true;
      try {
        return await guarded(task);
      } finally {
        choosing = false;
        settle();
      }
    });
  const isAgreed = (chosen: VaultCommand | null): boolean =>
    chosen === null || agreement.has(chosen);
  const inForce = (): Omit<VaultState, 'waiting'> => ({
    kind: kind(),
    persistent: kind() !== 'session',
    backend: keychain.backend,
    locked: kind() === 'passphrase' && passphrase.isLocked,
    idleMinutes: choice.get().idleMinutes,
    command: choice.get().command,
    agreed: isAgreed(choice.get().command),
    resting: kind() === 'command' ? choice.get().resting : null,
    offered: offersIn(circumstances()),
  });

  passphrase.onChange(settle);
  choice.onChange(settle);
  if (choice.get().dropping.length > 0) {
    // Whoever chooses at this moment has the lock, and may be about to put in force what is to be removed now.
    await guarded(chooser.drop).catch((error: unknown) => {
      parts.logFault('passwords that another vault has taken could not be removed', error);
    });
  }
  return {
    notices: [...keychain.notices, ...choice.notices, ...passphrase.notices],
    onNotice: found.listen,
    get keeps() {
      return current().keeps;
    },
    state: (id, place) => current().state(id, place),
    from: (id) => current().from(id),
    get: (id, place) => current().get(id, place),
    set: (id, password, place) => write((vault) => vault.set(id, password, place)),
    setAll: (secrets, gone) => write((vault) => vault.setAll(secrets, gone)),
    read: (ids) => current().read(ids),
    putBack: (kept, gone) => write((vault) => vault.putBack(kept, gone)),
    isStock: (id) => current().isStock(id),
    delete: (id) => write((vault) => vault.delete(id)),
    deleteAll: (ids) => write((vault) => vault.deleteAll(ids)),
    adopt: async (profiles) => keychain.vault?.adopt(profiles),
    inForce,
    info() {
      const { kind: of, persistent, backend, offered } = inForce();
      const wanted = offered.find((offer) => offer.kind === 'keychain');
      return {
        kind: of,
        persistent,
        backend,
        reason: persistent ? null : (wanted?.refused ?? null),
      };
    },
    async unlock(typed, options = {}) {
      requirePassphrase();
      await passphrase.unlock(typed);
      unattended = options.unattended === true;
      used();
    },
    lock: passphrase.lock,
    async choose(wanted: VaultChoice) {
      await asOne(async () => {
        await chooser.choose(wanted);
        if (wanted.kind === 'command') await agreement.give(wanted.command);
      });
      unattended = false;
      used();
    },
    forgetPassphrase: () => asOne(chooser.forgetPassphrase),
    agree: (words) =>
      asOne(async () => {
        const chosen = kind() === 'command' ? choice.get().command : null;
        if (chosen === null || !isDeepStrictEqual(chosen.arguments, words)) {
          throw new AppError('vault-refused', { case: 'other-command' });
        }
        await agreement.give(chosen);
      }),
    async changePassphrase(old, next) {
      requirePassphrase();
      await inTurn('vaults', () => passphrase.changePassphrase(old, next));
      used();
    },
    async setIdle(idleMinutes) {
      await choice.change((saved) => ({ ...saved, idleMinutes }));
      unattended = false;
      used();
    },
    requireOffered: (of) => requireOffered(offersIn(circumstances()), of),
    async tryCommand(tried, place) {
      requireOffered(offersIn(circumstances()), 'command');
      await command.ask(tried, place);
    },
    used,
    refused: command.refused,
    settle,
    onChange: changed.listen,
    close() {
      idle.stop();
      command.forget();
      passphrase.close();
      choice.close();
      agreement.close();
      changed.end();
      found.end();
    },
  };
}
