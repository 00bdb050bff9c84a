import { AppError } from '../errors.ts';
import {
  type ClassDraft,
  classesOf,
  isUsualClass,
  mayHave,
  mostClasses,
  usualClasses,
} from './environment-class.ts';
import type { EnvironmentClass } from './environment-class-schema.ts';
import { nameKey } from './name.ts';
import type { ProfileFolder, StoredProfile } from './stored-profile.ts';

/** A class that is gone, and what said it, by ids. */
export interface RemovedClass {
  readonly removed: EnvironmentClass;
  /** The class that they have since. */
  readonly to: string;
  readonly profiles: readonly string[];
  readonly folders: readonly string[];
}

/** The classes of a book that is open. */
export interface ClassShelf {
  /** The user's own, and of the usual ones those that are otherwise than from the start. */
  classes(): readonly EnvironmentClass[];
  /**
   * A new class at the end, or a known one in its place. Throws `invalid-input` (`name`: taken, missing or a usual class's; `teeth`: production
   * would ask for nothing; `classes`: too many).
   */
  putClass(id: string, draft: ClassDraft): void;
  /** What says this class says `to` from now on. Throws `not-found` for one that is not the user's own, and for a `to` that is not there. */
  removeClass(id: string, to: string): RemovedClass;
  /** What still says the class that was given to it instead says the removed one again. Throws as `putClass`. */
  putClassBack(gone: RemovedClass): void;
  /** Adds the classes of another book that are not here. Answers where each of them is here, by its id there: of the same id, else of the same name. */
  addClasses(added: readonly EnvironmentClass[]): ReadonlyMap<string, string>;
}

/** What may be of a class: each by its id. */
interface Classed<T> {
  values(): Iterable<T>;
  set(id: string, each: T): unknown;
}

interface Around {
  readonly profiles: Classed<StoredProfile>;
  readonly folders: Classed<ProfileFolder>;
}

export function openClasses(
  book: readonly EnvironmentClass[],
  { profiles, folders }: Around,
): ClassShelf {
  const own = new Map(book.map((each) => [each.id, each]));
  const restate = (ids: ReadonlySet<string> | null, from: string, to: string) => {
    const said = <T extends StoredProfile | ProfileFolder>(all: Classed<T>): string[] => {
      const found = [...all.values()].filter(
        ({ id, settings }) => settings.environment === from && ids?.has(id) !== false,
      );
      for (const each of found) {
        all.set(each.id, { ...each, settings: { ...each.settings, environment: to } });
      }
      return found.map(({ id }) => id);
    };
    return { profiles: said(profiles), folders: said(folders) };
  };
  const put = (id: string, draft: ClassDraft): void => {
    const { name, colour, teeth } = draft;
    const isUsual = isUsualClass(id);
    if ((name === '') !== isUsual) throw invalid('name', 'required');
    const isTaken = [...own.values()].some(
      (each) => each.id !== id && name !== '' && nameKey(each.name) === nameKey(name),
    );
    if (isTaken || isUsualClass(nameKey(name))) {
      throw new AppError('invalid-input', { case: 'taken', field: 'name', reason: 'taken', name });
    }
    if (!mayHave(id, teeth)) throw invalid('teeth', 'production');
    if (!own.has(id) && own.size >= mostClasses) throw invalid('classes', 'too_big');
    if (isUsual && isAsUsual({ id, ...draft })) own.delete(id);
    else own.set(id, { id, name, colour, teeth });
  };
  return {
    classes: () => [...own.values()],
    putClass: put,
    removeClass(id, to) {
      const removed = own.get(id);
      if (removed === undefined || isUsualClass(id)) throw noSuchClass(id);
      if (to === id || !classesOf([...own.values()]).has(to)) throw noSuchClass(to);
      own.delete(id);
      return { removed, to, ...restate(null, id, to) };
    },
    putClassBack({ removed: { id, ...draft }, to, profiles: ofProfiles, folders: ofFolders }) {
      if (own.has(id)) return;
      put(id, draft);
      restate(new Set([...ofProfiles, ...ofFolders]), to, id);
    },
    addClasses(added) {
      const idsHere = classIdsHere([...own.values()], added);
      for (const each of added) {
        const id = idsHere.get(each.id);
        if (id !== undefined && !own.has(id)) put(id, each);
      }
      return idsHere;
    },
  };
}

/** Where each of the user's own classes of another book would be here, by its id there: of the same id, else of the same name, else under its own. */
export function classIdsHere(
  here: readonly EnvironmentClass[],
  added: readonly EnvironmentClass[],
): ReadonlyMap<string, string> {
  const ids = new Set(here.map(({ id }) => id));
  const byName = new Map(here.map(({ id, name }) => [nameKey(name), id]));
  return new Map(
    added
      .filter(({ id }) => !isUsualClass(id))
      .map(({ id, name }) => [id, ids.has(id) ? id : (byName.get(nameKey(name)) ?? id)]),
  );
}

function isAsUsual({ id, colour, teeth }: EnvironmentClass): boolean {
  if (!isUsualClass(id)) return false;
  const usual = usualClasses[id];
  return (
    usual.colour === colour &&
    usual.teeth.readOnly === teeth.readOnly &&
    usual.teeth.typed === teeth.typed &&
    usual.teeth.marked === teeth.marked
  );
}

export function noSuchClass(id: string): AppError {
  return new AppError('not-found', { case: 'class', id });
}

function invalid(field: string, rule: string): AppError {
  return new AppError('invalid-input', { case: 'field', field, rule });
}
