import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { profileDraftSchema } from '../../../shared/model/profile.ts';
import { openBook } from '../../../shared/model/profile-book.ts';
import {
  exportText,
  importInto,
  type OnExisting,
  readExport,
} from '../../../shared/model/profile-export.ts';
import { folderPath, foldersById, resolveProfile } from '../../../shared/model/resolve-profile.ts';
import { type ProfileBook, settingNames } from '../../../shared/model/stored-profile.ts';

const empty: ProfileBook = { profiles: [], folders: [] };
const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** New ids, each another. */
function ids(from: number): () => string {
  let n = from;
  return () => id(n++);
}

/** Books of a few profiles in a few folders, which say this and that. */
const books: fc.Arbitrary<ProfileBook> = fc
  .array(
    fc.record({
      folder: fc.constantFrom('', 'a', 'a/b', 'a/b/c', 'd'),
      own: fc.subarray([...settingNames]),
      port: fc.integer({ min: 1, max: 65_535 }),
      pollSeconds: fc.constantFrom(1, 5, 60),
      notes: fc.constantFrom('', 'ask Ana\nfirst'),
    }),
    { maxLength: 12 },
  )
  .map((all) => {
    const open = openBook(empty, ids(500));
    const plain = { parentId: null, colour: 'red', kept: true } as const;
    open.putFolder(id(900), { ...plain, name: 'a', settings: { user: 'eva', port: 7 } });
    all.forEach(({ own, ...more }, n) => {
      const name = `proxy ${n}`;
      const draft = profileDraftSchema.parse({ name, host: 'x.example', user: 'ana', ...more });
      const inA = more.folder.startsWith('a');
      open.put(id(n), { draft, own: inA ? own : [...own, 'user'] });
    });
    return open.closed();
  });

/** What is in a book, by names and paths alone. */
function contentOf({ profiles, folders }: ProfileBook) {
  const byId = foldersById(folders);
  return {
    profiles: profiles.map((stored) => {
      const { profile, sources } = resolveProfile(stored, byId) ?? {};
      const own = settingNames.filter((name) => sources?.[name].kind === 'own');
      return { ...profile, own };
    }),
    folders: folders
      .map(({ settings, colour, kept, ...folder }) => ({
        path: folderPath(folder.id, byId),
        settings,
        colour,
        kept,
      }))
      .toSorted((a, b) => a.path.localeCompare(b.path)),
  };
}

function imported(text: string, into: ProfileBook, choice: OnExisting = 'skip') {
  const open = openBook(into, ids(700));
  const byId = foldersById(into.folders);
  const present = into.profiles.flatMap((each) => resolveProfile(each, byId)?.profile ?? []);
  const done = importInto(open, readExport(text), present, () => choice, ids(800));
  return { book: open.closed(), done };
}

describe('an export', () => {
  it('loses nothing on its way to another place', () => {
    fc.assert(
      fc.property(books, (book) => {
        expect(contentOf(imported(exportText(book), empty).book)).toEqual(contentOf(book));
      }),
    );
  });

  it('changes nothing where all of it is there already, be it skipped or replaced', () => {
    fc.assert(
      fc.property(books, fc.constantFrom('skip' as const, 'replace' as const), (book, choice) => {
        expect(contentOf(imported(exportText(book), book, choice).book)).toEqual(contentOf(book));
      }),
    );
  });

  it('adds beside what is there under names of their own, and says what it did', () => {
    const open = openBook(empty, ids(500));
    const draft = profileDraftSchema.parse({ name: 'Madrid', host: 'x.example', user: 'ana' });
    open.put(id(1), { draft });
    const book = open.closed();
    const { book: after, done } = imported(exportText(book), book, 'add');
    expect(after.profiles.map(({ name }) => name)).toEqual(['Madrid', 'Madrid 2']);
    expect(done).toEqual({ added: ['Madrid 2'], replaced: [], skipped: [] });
  });

  it('keeps profiles as they were where the folder of their path says another thing', () => {
    const folder = { parentId: null, colour: 'none', kept: true } as const;
    const there = openBook(empty, ids(600));
    there.putFolder(id(601), { ...folder, name: 'A', settings: { port: 1, user: 'else' } });
    const here = openBook(empty, ids(500));
    here.putFolder(id(501), { ...folder, name: 'a', settings: { port: 7, user: 'eva' } });
    const draft = profileDraftSchema.parse({
      name: 'Madrid',
      host: 'x.example',
      folder: 'a',
      port: 7,
      user: 'eva',
    });
    here.put(id(1), { draft });
    const { book } = imported(exportText(here.closed()), there.closed());
    expect(book.folders).toMatchObject([{ id: id(601), settings: { port: 1 } }]);
    expect(book.profiles).toMatchObject([
      { folderId: id(601), settings: { port: 7, user: 'eva' } },
    ]);
  });

  it('is of a folder with what is in it and around it, if asked', () => {
    const open = openBook(empty, ids(500));
    const draft = (name: string, folder: string) => ({
      draft: profileDraftSchema.parse({ name, host: 'x.example', user: 'ana', folder }),
    });
    open.put(id(1), draft('in', 'a/b'));
    open.put(id(2), draft('beside', 'a'));
    const book = open.closed();
    const inside = readExport(exportText(book, book.folders[1]?.id));
    expect(inside.profiles.map(({ name }) => name)).toEqual(['in']);
    expect(inside.folders).toHaveLength(2);
  });
});

describe('a file that is no export', () => {
  const good = JSON.parse(exportText(empty)) as Record<string, unknown>;
  const folder = { id: id(1), name: 'a', parentId: id(1), settings: {} };
  const profile = { id: id(2), name: 'a', host: 'x', folderId: null, settings: { user: 'u' } };
  it.each([
    ['', 'other'],
    ['{}', 'other'],
    ['[1, 2]', 'other'],
    [JSON.stringify({ ...good, format: 'else' }), 'other'],
    [JSON.stringify({ ...good, version: 2 }), 'newer'],
    [JSON.stringify({ ...good, profiles: [{ id: 'x' }] }), 'damaged'],
    [JSON.stringify({ ...good, folders: [folder] }), 'damaged'],
    [JSON.stringify({ ...good, profiles: [profile, profile] }), 'damaged'],
    [JSON.stringify({ ...good, profiles: [{ ...profile, settings: {} }] }), 'damaged'],
    [' '.repeat(20_000_001), 'long'],
  ])('is refused: %.60s', (text, reason) => {
    expect(() => readExport(text)).toThrow(
      expect.objectContaining({
        code: 'not-an-export',
        detail: expect.objectContaining({ case: reason }),
      }),
    );
  });
});
