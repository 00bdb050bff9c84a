import type { VaultInfo } from '../../../shared/model/app-info.ts';
import { type Place, placeKey } from '../../../shared/model/place.ts';
import { areStock } from '../../../shared/model/stock-credentials.ts';
import { enteredForElsewhere, type NewSecret, type SecretVault } from './vault.ts';

/** In memory until the process ends. `reason` says why nothing is kept, `backend` which keychain there is instead, if any. */
export function createSessionVault(
  reason: NonNullable<VaultInfo['reason']>,
  backend: string | null = null,
): SecretVault {
  const secrets = new Map<
    string,
    {
      readonly password: string;
      readonly boundTo: string;
      readonly stock: boolean;
      readonly from: string | null;
    }
  >();
  const setAll = async (
    added: readonly NewSecret[],
    gone: readonly string[] = [],
  ): Promise<void> => {
    for (const id of gone) secrets.delete(id);
    for (const { id, password, place, from } of added) {
      const stock = areStock(place.user, password);
      secrets.set(id, { password, boundTo: placeKey(place), stock, from: from ?? null });
    }
  };
  const state = (id: string, place: Place) => {
    const secret = secrets.get(id);
    if (secret === undefined) return 'none';
    return secret.boundTo === placeKey(place) ? 'here' : 'elsewhere';
  };
  return {
    info: { kind: 'session', persistent: false, backend, reason },
    state,
    from: (id) => secrets.get(id)?.from ?? null,
    async get(id, place) {
      if (state(id, place) === 'elsewhere') throw enteredForElsewhere();
      return secrets.get(id)?.password ?? null;
    },
    set: (id, password, place) => setAll([{ id, password, place }]),
    setAll,
    isStock: (id) => secrets.get(id)?.stock ?? false,
    async delete(id) {
      secrets.delete(id);
    },
    async deleteAll(ids) {
      for (const id of ids) secrets.delete(id);
    },
    adopt: async () => {},
  };
}
