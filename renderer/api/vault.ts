import type { VaultState } from '../../shared/model/vault.ts';
import type { Fetched } from './fetched.ts';
import { useCall } from './use-call.ts';

/** Where passwords are kept, as it is now. */
export function useVaultLoaded(): Fetched<VaultState> {
  return useCall('vault.state', {}, { live: true });
}

/** The same; null until it is known. */
export function useVault(): VaultState | null {
  return useVaultLoaded().value;
}
