import { type Place, placeKey } from '../../../shared/model/place.ts';
import { enteredForElsewhere, type KeepingVault, type KeptSecret, keptOf } from './vault.ts';

/** In memory until the process ends. */
export function createSessionVault(): KeepingVault {
  const secrets = new Map<string, Omit<KeptSecret, 'id'>>();
  const take = async (added: readonly KeptSecret[]): Promise<void> => {
    for (const { id, ...secret } of added) secrets.set(id, secret);
  };
  const setAll: KeepingVault['setAll'] = async (added, gone = []) => {
    for (const id of gone) secrets.delete(id);
    await take(added.map(keptOf));
  };
  const state = (id: string, place: Place) => {
    const secret = secrets.get(id);
    if (secret === undefined) return 'none';
    return secret.boundTo === placeKey(place) ? 'here' : 'elsewhere';
  };
  return {
    keeps: true,
    get isEmpty() {
      return secrets.size === 0;
    },
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
    kept: async () => Array.from(secrets, ([id, secret]) => ({ id, ...secret })),
    read: async (ids) =>
      ids.flatMap((id) => {
        const secret = secrets.get(id);
        return secret === undefined ? [] : [{ id, ...secret }];
      }),
    async putBack(kept, gone) {
      for (const id of gone) secrets.delete(id);
      await take(kept);
    },
    take,
    async clear() {
      secrets.clear();
    },
  };
}
