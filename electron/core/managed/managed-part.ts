import { AppError } from '../../../shared/errors.ts';
import type { Notice, Preferences } from '../../../shared/model/app-info.ts';
import type { ManagedState } from '../../../shared/model/managed.ts';
import type { Policy } from '../../../shared/model/policy.ts';
import type { Profile } from '../../../shared/model/profile.ts';
import { tagIntentOf } from '../../../shared/model/tag-intents.ts';
import { createTopic } from '../../base/topic.ts';
import type { JsonDocument } from '../../store/documents/document.ts';
import { createMemoryDocument } from '../../store/documents/memory-document.ts';
import type { PersonalBook } from '../../store/documents/personal.ts';
import type { PreferencesStore } from '../../store/documents/preferences.ts';
import { type ManagedStore, noManagedStore, stateOf } from '../../store/managed/managed-store.ts';
import { lastingNotice } from '../../store/notice.ts';
import type { Notices } from '../notices.ts';
import { type Holding, tellHolding } from '../tell-holding.ts';
import { createManagedShelf, type ManagedShelf } from './managed-shelf.ts';

/** What administrators ordain: profiles and folders that they supply, preferences that they lock, their policy. */
export interface ManagedPart {
  readonly shelf: ManagedShelf;
  /** Null where nothing is managed. */
  state(): ManagedState | null;
  policy(): Policy;
  /** Throws `managed` for a folder that they supply; does nothing where there is none. */
  requireOwnFolder(id: string | null | undefined): void;
  /** Throws `managed` for a tag of which they say what is intended. */
  requireOwnTag(tag: string): void;
  /** The same for a class. */
  requireOwnClass(id: string | undefined): void;
  /** The preferences with those in force that are locked; choosing otherwise throws `managed`. */
  lock(preferences: PreferencesStore): PreferencesStore;
  /** After every change of what they ordain, and of what the user adds to it. */
  onChange(listener: () => void): () => void;
  close(): void;
}

export interface ManagedPartParts {
  readonly store: Pick<ManagedStore, 'get' | 'notices' | 'onChange'>;
  readonly personal: Pick<JsonDocument<PersonalBook>, 'get' | 'change' | 'onChange'>;
  readonly own: {
    list(): readonly Profile[];
    onChange(listener: () => void): () => void;
  };
  readonly notices: Pick<Notices, 'add' | 'ends'>;
}

export function createManagedPart({
  store,
  personal,
  own,
  notices,
}: ManagedPartParts): ManagedPart {
  const changed = createTopic<void>();
  const shelf = createManagedShelf({ managed: store.get, personal, ownProfiles: own.list });
  const twins = (): readonly Notice[] => {
    const by = store.get()?.by ?? '';
    const [first, ...others] = shelf.renamed();
    if (first === undefined) return [];
    return [lastingNotice('managed-names', by, { by, ...first, others: others.length })];
  };
  const holding: Holding = {
    notices: () => [...store.notices(), ...twins()],
    onChange(listener) {
      const both = [store.onChange(listener), own.onChange(listener)];
      return () => {
        for (const end of both) end();
      };
    },
  };
  const ends = [
    tellHolding(holding, notices),
    store.onChange(changed.publish),
    personal.onChange(changed.publish),
  ];
  return {
    shelf,
    state: () => stateOf(store.get()),
    policy: () => store.get()?.policy ?? {},
    requireOwnFolder(id) {
      const folder = shelf.folders().find((each) => each.id === id);
      if (folder === undefined) return;
      throw new AppError('managed', {
        case: 'folder',
        name: folder.name,
        by: store.get()?.by ?? '',
      });
    },
    requireOwnTag(tag) {
      const said = tagIntentOf(shelf.book().tags, tag);
      if (said === undefined) return;
      throw new AppError('managed', { case: 'tag', name: said.tag, by: store.get()?.by ?? '' });
    },
    requireOwnClass(id) {
      const found = shelf.classes().find((each) => each.id === id);
      if (found === undefined) return;
      const name = found.name === '' ? found.id : found.name;
      throw new AppError('managed', { case: 'class', name, by: store.get()?.by ?? '' });
    },
    lock: (preferences) => lockedPreferences(store, preferences),
    onChange: changed.listen,
    close() {
      for (const end of ends) end();
      changed.end();
    },
  };
}

/** Where nothing is managed, and nothing will be. */
export function nothingManaged(): ManagedPart {
  return createManagedPart({
    store: noManagedStore,
    personal: { ...createMemoryDocument<PersonalBook>({}), onChange: noManagedStore.onChange },
    own: { list: () => [], onChange: noManagedStore.onChange },
    notices: { add() {}, ends() {} },
  });
}

function lockedPreferences(
  managed: Pick<ManagedStore, 'get' | 'onChange'>,
  preferences: PreferencesStore,
): PreferencesStore {
  const withLocked = (chosen: Preferences): Preferences => ({
    ...chosen,
    ...managed.get()?.preferences,
  });
  return {
    ...preferences,
    get: () => withLocked(preferences.get()),
    async set(change) {
      const now = managed.get();
      const locked = now?.preferences ?? {};
      for (const key of Object.keys(locked) as (keyof Preferences)[]) {
        if (change[key] === undefined) continue;
        if (JSON.stringify(change[key]) === JSON.stringify(locked[key])) continue;
        throw new AppError('managed', { case: 'preference', field: key, by: now?.by ?? '' });
      }
      const own = Object.entries(change).filter(([key]) => !(key in locked));
      return withLocked(await preferences.set(Object.fromEntries(own)));
    },
    onChange(listener) {
      const ends = [preferences.onChange(listener), managed.onChange(listener)];
      return () => {
        for (const end of ends) end();
      };
    },
  };
}
