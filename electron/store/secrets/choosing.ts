import { AppError } from '../../../shared/errors.ts';
import type { VaultChoice, VaultKind, VaultState } from '../../../shared/model/vault.ts';
import type { JsonDocument } from '../documents/document.ts';
import type { SavedChoice } from './choice-file.ts';
import { requireOffered } from './offers.ts';
import type { PassphraseVault } from './passphrase/passphrase-vault.ts';
import type { KeepingVault, KeptSecret } from './vault.ts';

/** Puts another vault in force. */
export interface Chooser {
  /**
   * Takes along all that is kept, or changes nothing: what the next vault is to hold is written whole before the choice, and what the last one
   * held is removed after it, so that whatever is killed meanwhile, one whole vault is in force. A passphrase vault that is there already is
   * opened by its own passphrase only, and keeps what it has. Throws `vault-refused`, `vault-locked`, `wrong-passphrase`, and what the vaults
   * throw.
   */
  choose(choice: VaultChoice): Promise<void>;
  /**
   * The passphrase is lost, and with it all that is under it: its file is set aside. Answers where it is then, null where there was none.
   * Throws `vault-refused` where no passphrase vault is in use or rests, `storage-full`, `storage-failed`.
   */
  forgetPassphrase(): Promise<string | null>;
}

export interface ChooserParts {
  readonly choice: JsonDocument<SavedChoice>;
  /** In force. */
  readonly kind: () => VaultKind;
  readonly offers: () => VaultState['offered'];
  /** Null for one that keeps nothing, or cannot be used here. */
  readonly keeping: (kind: VaultKind) => KeepingVault | null;
  readonly passphrase: PassphraseVault;
  /** Whether passwords lie in the keychain of another shell, which cannot be read in this one. */
  readonly isKeptInOtherShell: () => Promise<boolean>;
  readonly logFault: (what: string, error: unknown) => void;
}

/**
 * `drop` removes what another vault has taken. What cannot be removed is logged, and tried again at the next start. `spare` has to come before
 * anything is written: what is in force, or rests, is not to be removed any more, whatever was to become of it.
 */
export function createChooser(
  parts: ChooserParts,
): Chooser & { drop(): Promise<void>; spare(): Promise<void> } {
  const { choice, kind, keeping, passphrase } = parts;

  const isInUse = (of: VaultKind): boolean => of === kind() || of === choice.get().resting;
  const settleDropping = async (done: (of: VaultKind) => boolean): Promise<void> => {
    if (!choice.get().dropping.some(done)) return;
    await choice.change((saved) => ({
      ...saved,
      dropping: saved.dropping.filter((each) => !done(each)),
    }));
  };
  const spare = (): Promise<void> => settleDropping(isInUse);
  const dropTaken = async (): Promise<void> => {
    await spare();
    const done = new Set<VaultKind>();
    for (const each of choice.get().dropping) {
      const vault = keeping(each);
      if (vault === null) continue;
      await vault.clear();
      done.add(each);
    }
    await settleDropping((each) => done.has(each));
  };
  const drop = (): Promise<void> =>
    dropTaken().catch((error: unknown) => {
      parts.logFault('passwords that another vault has taken could not be removed', error);
    });
  /** What lies in a vault, and has to go along. */
  const keptIn = async (source: VaultKind | null): Promise<readonly KeptSecret[]> => {
    if (source === null || (source === 'passphrase' && !passphrase.isSet)) return [];
    return (await keeping(source)?.kept()) ?? [];
  };
  /**
   * What is written for a choice that is never made is to be removed. From a vault that has something of its own nothing is removed: there it
   * would be that, too.
   */
  const announce = async (next: VaultKind, source: VaultKind | null): Promise<void> => {
    if (next === source || keeping(next)?.isEmpty === false) return;
    await choice.change((saved) => ({
      ...saved,
      dropping: [...new Set([...saved.dropping, next])],
    }));
  };
  const prepare = async (wanted: VaultChoice, source: VaultKind | null): Promise<void> => {
    // What is left of a choice that was never made, or has been taken by another vault, does not come back.
    const isLeftover = choice.get().dropping.includes(wanted.kind) && !isInUse(wanted.kind);
    if (isLeftover) await keeping(wanted.kind)?.clear();
    await announce(wanted.kind, source);
    if (wanted.kind === 'passphrase') {
      if (!passphrase.isSet) {
        await passphrase.create(wanted.passphrase, await keptIn(source));
        return;
      }
      await passphrase.unlock(wanted.passphrase);
    }
    if (source !== wanted.kind) await keeping(wanted.kind)?.take(await keptIn(source));
  };
  /** Of the desktop's keychain a shell without it can take nothing along: there it would seem to be lost. */
  const requireReadable = async (source: VaultKind | null): Promise<void> => {
    const { kind: chosen } = choice.get();
    const isForbidden = parts
      .offers()
      .some((offer) => offer.kind === 'keychain' && offer.refused === 'policy');
    const isInForceThere = (chosen ?? 'keychain') === 'keychain' && !isForbidden;
    const isKeychain = source === 'keychain' || isInForceThere;
    if (isKeychain && (await parts.isKeptInOtherShell())) {
      throw new AppError('vault-refused', { case: 'kept-in-desktop' });
    }
  };
  return {
    drop,
    spare,
    async choose(wanted) {
      requireOffered(parts.offers(), wanted.kind);
      const from = kind();
      const { resting } = choice.get();
      if (wanted.kind === 'command') {
        await choice.change((saved) => ({
          ...saved,
          kind: 'command',
          command: wanted.command,
          resting: from === 'command' ? saved.resting : from,
        }));
        return;
      }
      const source = from === 'command' ? resting : from;
      await requireReadable(source);
      await prepare(wanted, source);
      // Of one that cannot be opened here nothing was taken.
      const left = source === null || keeping(source) === null ? [] : [source];
      await choice.change((saved) => ({
        ...saved,
        kind: wanted.kind,
        ...(wanted.kind === 'passphrase' ? { idleMinutes: wanted.idleMinutes } : {}),
        resting: null,
        dropping: [...new Set([...saved.dropping, ...left])].filter((each) => each !== wanted.kind),
      }));
      await drop();
    },
    async forgetPassphrase() {
      const { resting } = choice.get();
      if (kind() !== 'passphrase' && resting !== 'passphrase') {
        throw new AppError('vault-refused', { case: 'no-passphrase' });
      }
      const kept = await passphrase.setAside();
      // Nobody can unlock a vault without a passphrase: what would be in force had nobody chosen it is.
      await choice.change((saved) => ({
        ...saved,
        kind: saved.kind === 'passphrase' ? null : saved.kind,
        resting: saved.resting === 'passphrase' ? null : saved.resting,
      }));
      await spare();
      return kept;
    },
  };
}
