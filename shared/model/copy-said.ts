import type { CopyContent } from './copies.ts';
import { isUsualClass, usualClasses } from './environment-class.ts';
import type { EnvironmentClass } from './environment-class-schema.ts';
import { openBook } from './profile-book.ts';
import type { ProfileBook } from './stored-profile.ts';
import { intentsByTag, isSameIntent } from './tag-intents.ts';

/** What tags and classes of an earlier book say otherwise than now; null for what one of the two does not have. */
export function saidOtherwise(
  then: ProfileBook,
  now: ProfileBook,
): Pick<CopyContent, 'tags' | 'classes'> {
  const [oldTags, tags] = [intentsByTag(then.tags), intentsByTag(now.tags)];
  const [oldClasses, classes] = [classesById(then), classesById(now)];
  return {
    tags: pairs(oldTags, tags)
      .filter(({ copy, now: is }) => copy === null || is === null || !isSameIntent(copy, is))
      .map(({ copy, now: is }) => ({
        tag: copy?.tag ?? is?.tag ?? '',
        copy: copy?.settings ?? null,
        now: is?.settings ?? null,
      })),
    classes: pairs(oldClasses, classes)
      .map(({ id, copy, now: is }) => ({ id, copy: copy ?? usual(id), now: is ?? usual(id) }))
      .filter(({ copy, now: is }) => !isSameClass(copy, is)),
  };
}

/** The book with its classes as they were before a change, but for those that were changed since, and those of which something still is. */
export function withClassesBack(
  book: ProfileBook,
  { before, after }: { readonly before: ProfileBook; readonly after: ProfileBook },
  newId: () => string,
): ProfileBook {
  const open = openBook(book, newId);
  const present = classesById(book);
  for (const { id, copy, now } of pairs(classesById(before), classesById(after))) {
    if (isSameClass(copy, now) || !isSameClass(present.get(id) ?? null, now)) continue;
    const old = copy ?? usual(id);
    if (old !== null) open.putClass(id, old);
    else if (!isSaid(book, id)) open.removeClass(id, 'production');
  }
  return open.closed();
}

function classesById({ classes }: Pick<ProfileBook, 'classes'>): Map<string, EnvironmentClass> {
  return new Map(classes.map((each) => [each.id, each]));
}

/** A usual class is in a book only where it is otherwise than from the start. */
function usual(id: string): EnvironmentClass | null {
  return isUsualClass(id) ? usualClasses[id] : null;
}

function isSaid({ profiles, folders }: ProfileBook, id: string): boolean {
  return [...profiles, ...folders].some(({ settings }) => settings.environment === id);
}

function isSameClass(a: EnvironmentClass | null, b: EnvironmentClass | null): boolean {
  if (a === null || b === null) return a === b;
  const { readOnly, typed, marked } = a.teeth;
  const { teeth } = b;
  const asks = readOnly === teeth.readOnly && typed === teeth.typed && marked === teeth.marked;
  return asks && a.name === b.name && a.colour === b.colour;
}

function pairs<T>(then: ReadonlyMap<string, T>, now: ReadonlyMap<string, T>) {
  return [...new Set([...then.keys(), ...now.keys()])].map((id) => ({
    id,
    copy: then.get(id) ?? null,
    now: now.get(id) ?? null,
  }));
}
