import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameKey, tagsIn } from '../../../shared/model/name.ts';
import { profileDraftSchema } from '../../../shared/model/profile.ts';
import { openBook } from '../../../shared/model/profile-book.ts';
import { exportText, partOf, readExport } from '../../../shared/model/profile-export.ts';
import { importInto, importSteps, type OnExisting } from '../../../shared/model/profile-import.ts';
import {
  colours,
  settingNames,
  transportChoices,
  usualClassIds,
} from '../../../shared/model/profile-words.ts';
import { folderPath, foldersById, resolveProfile } from '../../../shared/model/resolve-profile.ts';
import type { ProfileBook } from '../../../shared/model/stored-profile.ts';

const empty: ProfileBook = { profiles: [], folders: [], tags: [], classes: [] };
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
      tags: fc.constantFrom('', 'mail', 'mail, eu'),
      colour: fc.constantFrom(...colours),
      favourite: fc.boolean(),
      // One of the user's own, one that nobody knows, and the usual ones.
      environment: fc.constantFrom(id(950), id(951), 'gone', ...usualClassIds),
      transport: fc.constantFrom(...transportChoices),
      own: fc.subarray([...settingNames]),
      port: fc.integer({ min: 1, max: 65_535 }),
      pollSeconds: fc.constantFrom(1, 5, 60),
      intendedTransformation: fc.constantFrom('', 'none', '=tr a-z A-Z', '=none'),
      intendedBufferSize: fc.constantFrom(0, 10, 4096),
      notes: fc.constantFrom('', 'ask Ana\nfirst'),
    }),
    { maxLength: 12 },
  )
  .map((all) => {
    const open = openBook(empty, ids(500));
    const teeth = { readOnly: true, typed: false, marked: true };
    open.putClass(id(950), { name: 'Customer', colour: 'teal', teeth });
    open.putClass(id(951), { name: 'Lab', colour: 'none', teeth: { ...teeth, readOnly: false } });
    const plain = { parentId: null, colour: 'red', kept: true } as const;
    const intended = { intendedTransformation: '=cat', intendedBufferSize: 8192 };
    open.putFolder(id(900), {
      ...plain,
      name: 'a',
      settings: { user: 'eva', port: 7, ...intended },
    });
    open.putTag({ tag: 'Mail', settings: { intendedTransformation: 'none' } });
    if (all.length % 2 === 0) open.putTag({ tag: 'eu', settings: { intendedBufferSize: 512 } });
    all.forEach(({ own, ...more }, n) => {
      const name = `proxy ${n}`;
      const draft = profileDraftSchema.parse({ name, host: 'x.example', user: 'ana', ...more });
      const inA = more.folder.startsWith('a');
      open.put(id(n), { draft, own: inA ? own : [...own, 'user'] });
    });
    return open.closed();
  });

/** What is in a book, by names and paths alone. */
function contentOf({ profiles, folders, tags, classes }: ProfileBook) {
  const byId = foldersById(folders);
  const carried = new Set(profiles.flatMap((each) => tagsIn(each.tags).map(nameKey)));
  return {
    tags: tags.filter(({ tag }) => carried.has(nameKey(tag))),
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
    classes: classes.toSorted((a, b) => a.id.localeCompare(b.id)),
  };
}

function imported(text: string, into: ProfileBook, choice: OnExisting = 'skip') {
  const open = openBook(into, ids(700));
  const rules = { present: { own: profilesOf(into) }, newId: ids(800) };
  const choose = ({ there }: { there: unknown }) => (there === null ? 'add' : choice);
  const done = importInto(open, readExport(text).book, { ...rules, choose, tags: 'always' });
  return { book: open.closed(), done: done.profiles };
}

function profilesOf({ profiles, folders }: ProfileBook) {
  const byId = foldersById(folders);
  return profiles.flatMap((each) => resolveProfile(each, byId)?.profile ?? []);
}

/** A book of profiles of these names, with the ids from 1 on. */
function bookNamed(...names: string[]): ProfileBook {
  const open = openBook(empty, ids(500));
  names.forEach((name, n) => {
    const draft = profileDraftSchema.parse({ name, host: `h${n}.example`, user: 'ana' });
    open.put(id(n + 1), { draft });
  });
  return open.closed();
}

const namesIn = ({ profiles }: ProfileBook): string[] => profiles.map(({ name }) => name);

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
    expect(done).toEqual([{ done: 'added', id: id(800), name: 'Madrid 2', exportedId: id(1) }]);
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
    const folder = { kind: 'folder', id: book.folders[1]?.id ?? '' } as const;
    const inside = readExport(exportText(partOf(book, folder))).book;
    expect(inside.profiles.map(({ name }) => name)).toEqual(['in']);
    expect(inside.folders).toHaveLength(2);
    const beside = partOf(book, { kind: 'profiles', ids: [id(2)] });
    expect(beside.profiles.map(({ name }) => name)).toEqual(['beside']);
    expect(beside.folders.map(({ name }) => name)).toEqual(['a']);
    expect(() => partOf(book, { kind: 'folder', id: id(77) })).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    );
  });

  it('is of chosen profiles, each with all that its folders say, if asked', () => {
    fc.assert(
      fc.property(books, fc.nat(), (book, n) => {
        const chosen = book.profiles[n % Math.max(book.profiles.length, 1)];
        const part = partOf(book, { kind: 'profiles', ids: chosen ? [chosen.id] : [] });
        const { book: there } = imported(exportText(part), empty);
        expect(contentOf(there)).toEqual(contentOf(part));
      }),
    );
  });
});

describe('profiles of a file that are there already', () => {
  it('are found by their id, else by their name, and each by one profile of the file only', () => {
    const file = bookNamed('Madrid', 'Sevilla');
    const [first, second] = file.profiles;
    if (first === undefined || second === undefined) throw new Error('two were made');
    const twins: ProfileBook = {
      ...file,
      profiles: [first, { ...second, name: 'MADRID' }, { ...second, id: id(3), name: 'Cádiz' }],
    };
    const here = bookNamed('madrid', 'Bilbao', 'cádiz');
    const present = profilesOf(here).map((profile) =>
      profile.name === 'cádiz' ? { ...profile, id: id(70) } : profile,
    );
    const steps = importSteps(twins, { own: present });
    expect(steps.map(({ there, nameTaken }) => [there?.name, nameTaken])).toEqual([
      ['madrid', false],
      ['Bilbao', true],
      ['cádiz', false],
    ]);
    expect([...(steps[1]?.differs ?? [])].sort()).toEqual(['name']);
  });

  it('are told from each other where two of the file have one name that is there', () => {
    const file = bookNamed('a', 'b');
    const twins = { ...file, profiles: file.profiles.map((each) => ({ ...each, name: 'Same' })) };
    const here = {
      ...bookNamed('same'),
      profiles: bookNamed('same').profiles.map((each) => ({ ...each, id: id(60) })),
    };
    const { book, done } = imported(exportText(twins), here, 'replace');
    expect(namesIn(book)).toEqual(['Same', 'Same 2']);
    expect(done.map((each) => [each.done, each.id])).toEqual([
      ['replaced', id(60)],
      ['added', id(2)],
    ]);
  });

  it('may have changed names with each other', () => {
    const { book } = imported(exportText(bookNamed('a', 'b')), bookNamed('b', 'a'), 'replace');
    expect(namesIn(book)).toEqual(['a', 'b']);
  });

  it('leave a name to the one that has it, and take one with a number', () => {
    const { book } = imported(exportText(bookNamed('b')), bookNamed('a', 'b'), 'replace');
    expect(namesIn(book)).toEqual(['b 2', 'b']);
  });

  it('are never called as a profile that lies elsewhere', () => {
    const open = openBook(empty, ids(700));
    importInto(open, bookNamed('Demo'), {
      present: { own: [], elsewhere: profilesOf(bookNamed('demo')) },
      choose: () => 'add',
      newId: ids(800),
    });
    expect(namesIn(open.closed())).toEqual(['Demo 2']);
  });

  it('are replaced by none of a file where they lie elsewhere', () => {
    const open = openBook(empty, ids(700));
    const done = importInto(open, bookNamed('Demo'), {
      present: { own: [], elsewhere: profilesOf(bookNamed('demo')) },
      choose: () => 'replace',
      newId: ids(800),
    });
    expect(done.profiles).toMatchObject([{ done: 'skipped' }]);
    expect(open.closed()).toEqual(empty);
  });

  it('are added in time that does not grow with how many of the name there are', () => {
    const one = bookNamed('x');
    const profiles = Array.from({ length: 4000 }, (_, n) => ({
      ...(one.profiles[0] as (typeof one.profiles)[number]),
      id: id(10_000 + n),
    }));
    const { book } = imported(exportText({ profiles, folders: [], tags: [], classes: [] }), empty);
    expect(new Set(namesIn(book)).size).toBe(4000);
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
    [JSON.stringify({ ...good, version: 3 }), 'newer'],
    [JSON.stringify({ ...good, profiles: [{ id: 'x' }] }), 'wrong'],
    [JSON.stringify({ ...good, folders: [folder] }), 'circle'],
    [JSON.stringify({ ...good, folders: [{ ...folder, parentId: id(9) }] }), 'no-folder'],
    [JSON.stringify({ ...good, profiles: [profile, profile] }), 'twice'],
    [JSON.stringify({ ...good, profiles: [{ ...profile, folderId: id(9) }] }), 'no-folder'],
    [JSON.stringify({ ...good, profiles: [{ ...profile, settings: {} }] }), 'nobody'],
    [JSON.stringify({ ...good, secrets: { cipher: 'rot13' } }), 'damaged'],
    [' '.repeat(20_000_001), 'long'],
    [`${JSON.stringify(good).slice(0, -1)},"more":${'['.repeat(40)}${']'.repeat(40)}}`, 'other'],
  ])('is refused: %.60s', (text, reason) => {
    expect(() => readExport(text)).toThrow(
      expect.objectContaining({
        code: 'not-an-export',
        detail: expect.objectContaining({ case: reason }),
      }),
    );
  });

  it.each([
    [{ profiles: [profile, { ...profile, id: undefined }] }, 'missing', 'profiles', 2, 'a', 'id'],
    [{ profiles: [{ ...profile, name: 7 }] }, 'wrong', 'profiles', 1, '', 'name'],
    [
      { folders: [{ ...folder, settings: { port: 0 } }] },
      'wrong',
      'folders',
      1,
      'a',
      'settings.port',
    ],
    [{ tags: [{ tag: 'edge' }] }, 'missing', 'tags', 1, 'edge', 'settings'],
  ])('says which entry has what that cannot be, or has it not: %j', (part, ...fault) => {
    const [kind, list, number, name, key] = fault;
    const detail = { case: kind, list, number, name, key };
    const text = JSON.stringify({ ...good, ...part });
    expect(() => readExport(text)).toThrow(expect.objectContaining({ detail }));
  });

  it('is refused at once where it nests without end', () => {
    const deep = '['.repeat(9_000_000) + ']'.repeat(9_000_000);
    const text = JSON.stringify(good).replace('"profiles":[', () => `"profiles":[${deep}`);
    const before = process.memoryUsage().rss;
    expect(() => readExport(text)).toThrow(expect.objectContaining({ code: 'not-an-export' }));
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 2 ** 20);
  });

  it('is counted before what is wrong with each is looked at', () => {
    const text = JSON.stringify({ ...good, profiles: Array(20_001).fill(1) });
    const detail = { case: 'damaged', place: 'profiles' };
    expect(() => readExport(text)).toThrow(expect.objectContaining({ detail }));
  });

  it('is not what has brackets in its names', () => {
    const named = { ...profile, name: `${'['.repeat(40)}"\\` };
    const { book } = readExport(JSON.stringify({ ...good, profiles: [named] }));
    expect(book.profiles[0]?.name).toBe(named.name);
  });
});
