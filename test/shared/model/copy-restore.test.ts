import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { compareWithNow, profilesOf, withRestored } from '../../../shared/model/copy-restore.ts';
import { type ProfileDraft, profileDraftSchema } from '../../../shared/model/profile.ts';
import { openBook } from '../../../shared/model/profile-book.ts';
import type { ProfileBook } from '../../../shared/model/stored-profile.ts';

const ids: Record<string, string> = {};
const idOf = (name: string): string => (ids[name] ??= randomUUID());
const newId = () => randomUUID();

function change(book: ProfileBook, edit: (open: ReturnType<typeof openBook>) => void): ProfileBook {
  const open = openBook(book, newId);
  edit(open);
  return open.closed();
}

const put =
  (name: string, more: Partial<ProfileDraft> = {}) =>
  (open: ReturnType<typeof openBook>) =>
    open.put(idOf(name), {
      draft: profileDraftSchema.parse({
        name,
        host: `${name.toLowerCase()}.example`,
        user: 'ana',
        ...more,
      }),
    });

const empty: ProfileBook = { profiles: [], folders: [], tags: [], classes: [] };
const earlier = change(empty, (open) => {
  put('Madrid', { folder: 'Europe', notes: 'Rack 4' })(open);
  put('Paris', { folder: 'Europe', port: 9191 })(open);
  put('Lima')(open);
});
const now = change(earlier, (open) => {
  open.remove(idOf('Madrid'));
  open.remove(idOf('Lima'));
  put('Paris', { folder: 'Old', port: 9292 })(open);
  put('Rome')(open);
});
const nothing = { missing: [], different: [], newer: [], tags: [], classes: [] };
const namesIn = (book: ProfileBook) => book.profiles.map(({ name }) => name).sort();

describe('a copy', () => {
  it('tells what would come back, what is otherwise and what came later', () => {
    expect(compareWithNow(earlier, now)).toEqual({
      ...nothing,
      missing: [
        { id: idOf('Madrid'), name: 'Madrid', host: 'madrid.example', folder: 'Europe' },
        { id: idOf('Lima'), name: 'Lima', host: 'lima.example', folder: '' },
      ],
      different: [
        {
          id: idOf('Paris'),
          name: 'Paris',
          fields: [
            { field: 'port', now: 9292, copy: 9191 },
            { field: 'folder', now: 'Old', copy: 'Europe' },
          ],
        },
      ],
      newer: [{ id: idOf('Rome'), name: 'Rome' }],
    });
    expect(compareWithNow(now, now)).toEqual(nothing);
  });

  it('brings all of it back, and what came later stays beside it, or goes', () => {
    const all = withRestored(now, earlier, { ids: 'all', removeNewer: false }, newId);
    expect(namesIn(all)).toEqual(['Lima', 'Madrid', 'Paris', 'Rome']);
    expect(compareWithNow(earlier, all)).toMatchObject({ missing: [], different: [] });
    expect(compareWithNow(now, all).different).toHaveLength(1);
    const only = withRestored(now, earlier, { ids: 'all', removeNewer: true }, newId);
    expect(compareWithNow(earlier, only)).toEqual(nothing);
  });

  it('brings chosen ones back as they were, also where their folder says otherwise by now', () => {
    const said = change(now, (open) =>
      open.putFolder(idOf('folder Europe'), {
        name: 'Europe',
        parentId: null,
        colour: 'none',
        kept: true,
        settings: { pollSeconds: 30 },
      }),
    );
    const restored = withRestored(
      said,
      earlier,
      { ids: [idOf('Madrid')], removeNewer: false },
      newId,
    );
    expect(namesIn(restored)).toEqual(['Madrid', 'Paris', 'Rome']);
    expect(profilesOf(restored).get(idOf('Madrid'))).toEqual(
      profilesOf(earlier).get(idOf('Madrid')),
    );
    expect(profilesOf(restored).get(idOf('Paris'))).toMatchObject({ port: 9292 });
  });

  it('gives a number to a name that somebody else has by now', () => {
    const taken = change(now, (open) =>
      open.put(idOf('other'), {
        draft: profileDraftSchema.parse({ name: 'madrid', host: 'x.example', user: 'ana' }),
      }),
    );
    for (const chosen of [[idOf('Madrid')], 'all'] as const) {
      const restored = withRestored(
        taken,
        earlier,
        { ids: chosen as 'all', removeNewer: false },
        newId,
      );
      const names = namesIn(restored).filter((name) => name.toLowerCase().startsWith('madrid'));
      expect(names).toHaveLength(2);
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(2);
    }
  });
});
