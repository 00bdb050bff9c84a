import { AppError } from '../../../shared/errors.ts';
import type { Policy } from '../../../shared/model/policy.ts';
import {
  type VaultKind,
  type VaultRefusal,
  type VaultState,
  vaultKinds,
} from '../../../shared/model/vault.ts';

/** What decides which vault is in force. */
export interface Circumstances {
  readonly policy: Policy;
  /** Null where the user chose none. */
  readonly chosen: VaultKind | null;
  /** Why the keychain cannot be used; null where it can. */
  readonly keychain: VaultRefusal | null;
  /** Whether a passphrase was chosen, and whether a command was. */
  readonly passphraseSet: boolean;
  readonly commandSet: boolean;
}

/** Why a kind cannot be chosen; null where it can. */
export function refusalOf(
  kind: VaultKind,
  { policy, keychain }: Pick<Circumstances, 'policy' | 'keychain'>,
): VaultRefusal | null {
  if (policy.vaults?.includes(kind) === false) return 'policy';
  return kind === 'keychain' ? keychain : null;
}

/**
 * The kind in force: the chosen one where it can be; else the first that the policy names and that needs nothing more to be chosen for it;
 * else the keychain, and where there is none, memory. Memory is also what is left where nothing of what the policy names works.
 */
export function kindInForce(circumstances: Circumstances): VaultKind {
  const { policy, chosen } = circumstances;
  if (chosen !== null && refusalOf(chosen, circumstances) === null) return chosen;
  const candidates = policy.vaults ?? (['keychain', 'session'] as const);
  return candidates.find((kind) => works(kind, circumstances)) ?? 'session';
}

function works(kind: VaultKind, circumstances: Circumstances): boolean {
  if (refusalOf(kind, circumstances) !== null) return false;
  switch (kind) {
    case 'passphrase':
      return circumstances.passphraseSet;
    case 'command':
      return circumstances.commandSet;
    default:
      return true;
  }
}

/** Every kind, and why it cannot be chosen. */
export function offersIn(
  circumstances: Pick<Circumstances, 'policy' | 'keychain'>,
): VaultState['offered'] {
  return vaultKinds.map((kind) => ({ kind, refused: refusalOf(kind, circumstances) }));
}

/** Throws `vault-refused`. */
export function requireOffered(offers: VaultState['offered'], kind: VaultKind): void {
  const refusal = offers.find((offer) => offer.kind === kind)?.refused ?? null;
  if (refusal !== null) throw new AppError('vault-refused', { case: 'kind', kind, refusal });
}
