import { describe, expect, it } from 'vitest';
import { createFreeNames } from '../../../shared/model/free-name.ts';
import { nameKey } from '../../../shared/model/name.ts';
import { type ProfileDraft, profileDraftSchema } from '../../../shared/model/profile.ts';
import { openBook } from '../../../shared/model/profile-book.ts';
import { foldersById, resolveProfile } from '../../../shared/model/resolve-profile.ts';
import type {
  OwnSettings,
  ProfileBook,
  ProfileFolder,
} from '../../../shared/model/stored-profile.ts';

const empty: ProfileBook = { profiles: [], folders: [], tags: [], classes: [] };
const newId = (path: string): string => `id of ${path}`;

function draft(others: Partial<ProfileDraft> = {}): ProfileDraft {
  return profileDraftSchema.parse({ name: 'Madrid', host: 'a.example', user: 'admin', ...others });
}

function folder(
  id: string,
  settings: OwnSettings = {},
  parentId: string | null = null,
): ProfileFolder {
  return { id, name: id.toUpperCase(), parentId, colour: 'none', kept: false, settings };
}

/** A book of one folder, which says something. */
function saying(settings: OwnSettings): ProfileBook {
  return { profiles: [], folders: [folder('a', settings)], tags: [], classes: [] };
}

/** The book after some changes. */
function changed(
  book: ProfileBook,
  change: (open: ReturnType<typeof openBook>) => void,
): ProfileBook {
  const open = openBook(book, newId);
  change(open);
  return open.closed();
}

function put(book: ProfileBook, filled: ProfileDraft, id = 'x'): ProfileBook {
  return changed(book, (open) => open.put(id, { draft: filled }));
}

describe('a profile that is filled in', () => {
  it('has set what is not as usual, and nothing else', () => {
    expect(put(empty, draft({ port: 7 })).profiles[0]?.settings).toEqual({
      user: 'admin',
      port: 7,
    });
  });

  it('leaves to its folder what that says the same, whatever the case of its name', () => {
    const book = put(saying({ user: 'admin', port: 7 }), draft({ port: 7, folder: 'a' }));
    expect(book.folders).toHaveLength(1);
    expect(book.profiles[0]).toMatchObject({ folderId: 'a', settings: {} });
  });

  it('keeps as its own what it had as its own, and what its folder would change', () => {
    const before = put(saying({ port: 7 }), draft({ port: 8, folder: 'A' }));
    const next = put(before, draft({ port: 7, folder: 'A' }));
    expect(next.profiles[0]?.settings).toEqual({ user: 'admin', port: 7 });
    const usual = put(saying({ port: 7 }), draft({ folder: 'A' }));
    expect(usual.profiles[0]?.settings).toEqual({ user: 'admin', port: 9090 });
  });

  it('has set what is asked to be set, and leaves the rest to its folder', () => {
    const book = changed(saying({ port: 7, pollSeconds: 9 }), (open) =>
      open.put('x', {
        draft: draft({ folder: 'A', port: 8, pollSeconds: 4 }),
        own: ['user', 'port'],
      }),
    );
    expect(book.profiles[0]?.settings).toEqual({ user: 'admin', port: 8 });
    expect(openBook(book, newId).resolved('x')?.profile.pollSeconds).toBe(9);
  });

  it('always resolves to what was filled in', () => {
    const filled = draft({
      port: 8,
      folder: 'A/b',
      pollSeconds: 4,
      autoConnect: false,
      tags: 'eu',
    });
    const { profiles, folders } = put(saying({ port: 7, autoConnect: false }), filled);
    const [stored] = profiles;
    const { id, ...found } =
      (stored && resolveProfile(stored, foldersById(folders))?.profile) ?? {};
    expect(found).toEqual(filled);
  });

  it('comes back after its removal as it was saved, its folder too', () => {
    const before = put(empty, draft({ folder: 'a/b' }));
    const [stored] = before.profiles;
    const removed = changed(before, (open) => open.remove('x'));
    expect(removed).toEqual(empty);
    const filled = { ...draft({ folder: 'a/b' }), id: 'x' };
    expect(changed(removed, (open) => open.putBack(filled, stored))).toEqual(before);
    expect(changed(removed, (open) => open.putBack(filled, undefined))).toEqual(before);
  });

  it('has a name of its own, and a user', () => {
    const book = put(empty, draft());
    expect(() => put(book, draft({ name: 'MADRID' }), 'y')).toThrow(
      expect.objectContaining({
        code: 'invalid-input',
        detail: expect.objectContaining({ field: 'name' }),
      }),
    );
    expect(() =>
      changed(book, (open) => open.put('y', { draft: draft({ name: 'Lima' }), own: [] })),
    ).toThrow(expect.objectContaining({ detail: expect.objectContaining({ field: 'user' }) }));
  });
});

describe('a folder', () => {
  it('is made by a path once, with those around it, and goes with the last profile in it', () => {
    const book = put(empty, draft({ folder: 'a/b' }));
    expect(book.folders.map(({ id, parentId }) => [id, parentId])).toEqual([
      ['id of /a', null],
      ['id of /a/b', 'id of /a'],
    ]);
    expect(put(book, draft({ name: 'Lima', folder: 'A/B' }), 'y').folders).toHaveLength(2);
    expect(changed(book, (open) => open.remove('x')).folders).toEqual([]);
  });

  it('stays without profiles where it says something, or was made to stay', () => {
    const book = put(saying({ port: 7 }), draft({ folder: 'A/b' }));
    expect(changed(book, (open) => open.remove('x'))).toEqual(saying({ port: 7 }));
    const kept = changed(empty, (open) => open.putFolder('k', { ...folder('k'), kept: true }));
    expect(kept.folders).toHaveLength(1);
  });

  it('cannot lie in itself, nor beside another of its name', () => {
    const book = { ...empty, folders: [folder('a', { port: 1 }), folder('b', { port: 1 }, 'a')] };
    expect(() =>
      changed(book, (open) => open.putFolder('a', { ...folder('a'), parentId: 'b' })),
    ).toThrow(expect.objectContaining({ detail: expect.objectContaining({ field: 'parentId' }) }));
    expect(() => changed(book, (open) => open.putFolder('c', folder('A')))).toThrow(
      expect.objectContaining({ detail: expect.objectContaining({ field: 'name' }) }),
    );
  });

  it('cannot stop saying who logs in where a profile in it relies on that', () => {
    const book = put(saying({ user: 'admin' }), draft({ folder: 'A' }));
    expect(() => changed(book, (open) => open.putFolder('a', folder('a')))).toThrow(
      expect.objectContaining({ detail: expect.objectContaining({ field: 'user' }) }),
    );
  });

  it('leaves to what lies in it all that it said when it is removed', () => {
    const book = put(saying({ port: 7 }), draft({ port: 7, folder: 'A/b', pollSeconds: 3 }));
    const open = openBook(book, newId);
    const before = open.resolved('x')?.profile;
    open.removeFolder('a');
    expect(open.resolved('x')?.profile).toEqual({ ...before, folder: 'b' });
    expect(open.closed().folders.map(({ id }) => id)).toEqual(['id of /A/b']);
  });

  it('does not get a path that no form would take, itself or by what is around it', () => {
    const long = (letter: string): string => letter.repeat(61);
    const deep = put(empty, draft({ folder: `${long('a')}/${long('b')}/${long('c')}` }));
    const outermost = deep.folders[0];
    if (outermost === undefined) throw new Error('no folder');
    const tooLong = expect.objectContaining({
      detail: expect.objectContaining({ field: 'name', rule: 'too_big' }),
    });
    const open = openBook(deep, newId);
    open.putFolder('k', { ...folder('k'), name: long('k'), kept: true });
    expect(() => open.putFolder(outermost.id, { ...outermost, parentId: 'k' })).toThrow(tooLong);
    const moved = deep.folders.map((each) =>
      each === outermost ? { ...each, parentId: 'k' } : each,
    );
    const around = { ...folder('k'), name: long('k'), kept: true };
    expect(() => openBook(empty, newId).addFolders([around, ...moved])).toThrow(tooLong);
  });

  it('does not lie deeper than a path can say', () => {
    const path = Array.from({ length: 100 }, () => 'a').join('/');
    const deep = put(empty, draft({ folder: path }));
    const innermost = deep.folders.at(-1);
    const open = openBook(deep, newId);
    const under = { ...folder('k'), parentId: innermost?.id ?? '' };
    expect(() => open.putFolder('k', under)).toThrow(
      expect.objectContaining({ detail: expect.objectContaining({ rule: 'too_big' }) }),
    );
  });

  it('of a path that is too long already keeps no other from being edited, and can be shortened', () => {
    const name = (letter: string): string => letter.repeat(79);
    const long: ProfileBook = {
      profiles: [],
      tags: [],
      classes: [],
      folders: [
        { ...folder('a'), name: name('a'), kept: true },
        { ...folder('b', {}, 'a'), name: name('b'), kept: true },
        { ...folder('c', {}, 'b'), name: name('c'), kept: true },
        { ...folder('other'), kept: true },
      ],
    };
    const [, b, c, other] = long.folders;
    if (b === undefined || c === undefined || other === undefined) throw new Error('no folders');
    const open = openBook(long, newId);
    open.putFolder('other', { ...other, colour: 'red' });
    open.putFolder('b', { ...b, colour: 'red' });
    open.putFolder('c', { ...c, name: 'c'.repeat(50) });
    expect(() => open.putFolder('c', c)).toThrow();
    open.putFolder('c', { ...c, name: 'c' });
    expect(() => open.putFolder('c', { ...c, name: 'c'.repeat(50) })).toThrow();
  });
});

describe('a name that many ask for', () => {
  it('is numbered in as many steps as there are names', () => {
    let asked = 0;
    const names = new Set<string>();
    const free = createFreeNames();
    const isTaken = (key: string): boolean => {
      asked += 1;
      return names.has(key);
    };
    const candidate = (n: number): string => (n === 0 ? 'Proxy' : `Proxy ${n + 1}`);
    for (let n = 0; n < 5000; n++) {
      names.add(nameKey(free.first('Proxy', candidate, isTaken)));
    }
    expect(names.size).toBe(5000);
    expect(asked).toBeLessThan(3 * 5000);
  });

  it('is free again once nobody has it', () => {
    const open = openBook(empty, newId);
    const add = (id: string): string => {
      const name = open.freeName('Proxy');
      open.put(id, { draft: draft({ name }) });
      return name;
    };
    expect(['x', 'y', 'z'].map(add)).toEqual(['Proxy', 'Proxy 2', 'Proxy 3']);
    open.remove('y');
    expect(open.freeName('proxy')).toBe('proxy 2');
    open.put('z', { draft: draft({ name: 'Madrid' }) });
    expect(['v', 'w'].map(add)).toEqual(['Proxy 2', 'Proxy 3']);
  });
});
