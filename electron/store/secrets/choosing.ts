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
   * held is removed after it, so that whatever is killed meanwhile, one whole vault is in force. Throws `vault-refused`, `vault-locked`,
   * `wrong-passphrase`, and what the vaults throw.
   */
  choose(choice: VaultChoice): Promise<void>;
  /** The passphrase is lost, and with it all that is under it: it is removed. Throws `storage-full`, `storage-failed`. */
  forgetPassphrase(): Promise<void>;
}

export interface ChooserParts {
  readonly choice: JsonDocument<SavedChoice>;
  /** In force. */
  readonly kind: () => VaultKind;
  readonly offers: () => VaultState['offered'];
  /** Null for one that keeps nothing, or cannot be used here. */
  readonly keeping: (kind: VaultKind) => KeepingVault | null;
  readonly passphrase: PassphraseVault;
  readonly logFault: (what: string, error: unknown) => void;
}

/** `drop` removes what another vault has taken. What cannot be removed is logged, and tried again at the next start. */
export function createChooser(parts: ChooserParts): Chooser & { drop(): Promise<void> } {
  const { choice, kind, keeping, passphrase } = parts;

  const dropTaken = async (): Promise<void> => {
    const done = new Set<VaultKind>();
    for (const each of choice.get().dropping) {
      const vault = keeping(each);
      if (vault === null) continue;
      await vault.clear();
      done.add(each);
    }
    if (done.size === 0) return;
    await choice.change((saved) => ({
      ...saved,
      dropping: saved.dropping.filter((each) => !done.has(each)),
    }));
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
    const isBack = kind() === 'command' && source === wanted.kind;
    if (wanted.kind === 'passphrase') {
      if (isBack && passphrase.isSet) await passphrase.unlock(wanted.passphrase);
      else await passphrase.create(wanted.passphrase, await keptIn(source));
    } else if (source !== wanted.kind) {
      await keeping(wanted.kind)?.take(await keptIn(source));
    }
  };
  return {
    drop,
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
      await announce(wanted.kind, source);
      await prepare(wanted, source);
      const left = source === wanted.kind ? [] : [source];
      await choice.change((saved) => ({
        ...saved,
        kind: wanted.kind,
        ...(wanted.kind === 'passphrase' ? { idleMinutes: wanted.idleMinutes } : {}),
        resting: null,
        dropping: [...new Set([...saved.dropping, ...left])].filter(
          (each) => each !== null && each !== wanted.kind,
        ) as VaultKind[],
      }));
      await drop();
    },
    async forgetPassphrase() {
      await passphrase.clear();
      // Nobody can unlock a vault without a passphrase: what would be in force had nobody chosen it is.
      await choice.change((saved) => ({
        ...saved,
        kind: saved.kind === 'passphrase' ? null : saved.kind,
        resting: saved.resting === 'passphrase' ? null : saved.resting,
      }));
    },
  };
}
