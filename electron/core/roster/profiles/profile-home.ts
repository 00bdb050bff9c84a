import type { Profile } from '../../../../shared/model/profile.ts';
import { stockCredentials } from '../../../../shared/model/stock-credentials.ts';
import type { ProfileShelf } from '../../../store/documents/profile-shelf.ts';
import type { SecretVault } from '../../../store/secrets/vault.ts';

/** Where a profile and its password lie. */
export interface ProfileHome {
  readonly profiles: ProfileShelf;
  readonly vault: SecretVault;
}

/** The stock credentials of deployed servers (deployed behaviour 16), as far as the vault knows without being asked for the password. */
export function hasStockCredentials({ vault }: ProfileHome, profile: Profile): boolean {
  return profile.user === stockCredentials.user && vault.isStock(profile.id);
}
