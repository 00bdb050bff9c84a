import type { Profile } from '../../../shared/model/profile.ts';
import { areStock, stockCredentials } from '../../../shared/model/stock-credentials.ts';
import type { SecretVault } from '../../store/secrets/vault.ts';
import type { ProfileShelf } from './memory-profiles.ts';

/** Where a profile and its password lie. */
export interface ProfileHome {
  readonly profiles: ProfileShelf;
  readonly vault: SecretVault;
}

/** The stock credentials of deployed servers (deployed behaviour 16). A password that cannot be decrypted is not known to be one of them. */
export async function hasStockCredentials(
  { vault }: ProfileHome,
  profile: Profile,
): Promise<boolean> {
  if (profile.user !== stockCredentials.user) return false;
  return areStock(profile.user, await vault.get(profile.id, profile).catch(() => null));
}
