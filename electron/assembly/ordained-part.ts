import type { Opened } from '../base/open-whole.ts';
import { createManagedPart, type ManagedPart } from '../core/managed/managed-part.ts';
import type { Notices } from '../core/notices.ts';
import { ownersAlone, type Roles } from '../core/roles/roles.ts';
import { tellHolding } from '../core/tell-holding.ts';
import { noUpdates, type Updates } from '../core/updates.ts';
import type { PreferencesStore } from '../store/documents/preferences.ts';
import { noManagedStore } from '../store/managed/managed-store.ts';
import type { ConsoleParts } from './console-parts.ts';
import type { OpenStores } from './stores.ts';

export interface OrdainedPartParts {
  readonly parts: Pick<ConsoleParts, 'managed' | 'roles' | 'updates'>;
  readonly opened: Opened;
  readonly stores: Pick<OpenStores, 'profiles' | 'personal' | 'preferences'>;
  readonly notices: Notices;
}

/** What administrators of the machine ordain, and what is chosen within that. */
export interface OrdainedPart {
  readonly managed: ManagedPart;
  readonly roles: Roles;
  /** As their policy leaves them. */
  readonly preferences: PreferencesStore;
  readonly updates: Updates;
}

export function createOrdainedPart({
  parts,
  opened,
  stores,
  notices,
}: OrdainedPartParts): OrdainedPart {
  const managed = createManagedPart({
    store: parts.managed ?? noManagedStore,
    personal: stores.personal,
    own: stores.profiles,
    notices,
  });
  opened(managed.close);
  const { roles = ownersAlone } = parts;
  opened(tellHolding(roles, notices));
  const preferences = managed.lock(stores.preferences);
  const updates =
    parts.updates?.({
      policy: managed.policy,
      chosen: () => preferences.get().checkForUpdates,
    }) ?? noUpdates;
  opened(updates.close);
  preferences.onChange(updates.settle);
  managed.onChange(updates.settle);
  return { managed, roles, preferences, updates };
}
