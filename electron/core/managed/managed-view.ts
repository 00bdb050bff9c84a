import { nameKey } from '../../../shared/model/name.ts';
import type { Profile } from '../../../shared/model/profile.ts';
import {
  foldersById,
  type ResolvedProfile,
  resolveProfile,
} from '../../../shared/model/resolve-profile.ts';
import {
  emptyBook,
  type ProfileBook,
  type StoredProfile,
} from '../../../shared/model/stored-profile.ts';
import type { JsonDocument } from '../../store/documents/document.ts';
import type { PersonalBook } from '../../store/documents/personal.ts';
import type { Managed } from '../../store/managed/managed-store.ts';

export interface ManagedShelfParts {
  readonly managed: () => Managed | null;
  readonly personal: Pick<JsonDocument<PersonalBook>, 'get' | 'change'>;
  /** The user's own, whose names the managed ones must not have. */
  readonly ownProfiles: () => readonly Profile[];
}

/** Managed profiles as the app shows them: what their file says, with what the user added, under names that nobody else has. */
export interface ManagedView {
  readonly book: ProfileBook;
  readonly list: readonly Profile[];
  readonly byId: ReadonlyMap<string, ResolvedProfile>;
  readonly notes: ReadonlyMap<string, string>;
  readonly renamed: readonly { readonly name: string; readonly called: string }[];
}

/** Answers the same view for as long as nothing of what it is made of is different. */
export function managedView({
  managed,
  personal,
  ownProfiles,
}: ManagedShelfParts): (personal?: PersonalBook) => ManagedView {
  let made: { readonly of: readonly unknown[]; readonly view: ManagedView } | null = null;
  return (mine = personal.get()) => {
    const now = managed();
    const own = ownProfiles();
    const of = [now, mine, own];
    if (made?.of.every((part, index) => part === of[index])) return made.view;
    const book = now?.book ?? emptyBook;
    const taken = new Set(own.map(({ name }) => nameKey(name)));
    const view = viewOf(named(book, taken, now?.by ?? ''), book, mine);
    made = { of, view };
    return view;
  };
}

/** The names that they have here. One that is taken says behind it who manages it; it is a name of 80 characters at most. */
function named(
  book: ProfileBook,
  own: ReadonlySet<string>,
  by: string,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const used = new Set([...own, ...book.profiles.map(({ name }) => nameKey(name))]);
  for (const { id, name } of book.profiles) {
    if (!own.has(nameKey(name))) continue;
    for (let n = 1; ; n++) {
      const behind = ` (${[...by].slice(0, 30).join('').trim()}${n === 1 ? '' : ` ${n}`})`;
      const called =
        [...name]
          .slice(0, 80 - [...behind].length)
          .join('')
          .trim() + behind;
      if (used.has(nameKey(called))) continue;
      used.add(nameKey(called));
      names.set(id, called);
      break;
    }
  }
  return names;
}

function viewOf(
  names: ReadonlyMap<string, string>,
  book: ProfileBook,
  personal: PersonalBook,
): ManagedView {
  const byFolder = foldersById(book.folders);
  const profiles = book.profiles.map(
    (said): StoredProfile => ({
      ...said,
      notes: '',
      ...personal[said.id],
      name: names.get(said.id) ?? said.name,
    }),
  );
  const all = profiles.flatMap((stored) => resolveProfile(stored, byFolder) ?? []);
  return {
    book: { ...book, profiles },
    list: all.map(({ profile }) => profile),
    byId: new Map(all.map((each) => [each.profile.id, each])),
    notes: new Map(book.profiles.map(({ id, notes }) => [id, notes])),
    renamed: book.profiles.flatMap(({ id, name }) => {
      const called = names.get(id);
      return called === undefined ? [] : [{ name, called }];
    }),
  };
}
