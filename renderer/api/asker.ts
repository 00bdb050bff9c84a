import { createContext, useContext } from 'react';
import type { CallOutput } from '../../shared/ipc/contract.ts';
import { mayDo, type Role } from '../../shared/model/roles.ts';

/** Who sits at this window, as the console knows them; null until it has said so. */
export const AskerContext = createContext<CallOutput<'app.whoAmI'> | null>(null);

/** Whether who sits here may do what asks for this role. Until the console has said who that is they may: what it refuses is its own to say. */
export function useMay(least: Role): boolean {
  const asker = useContext(AskerContext);
  return asker === null || mayDo(asker.role, least);
}
