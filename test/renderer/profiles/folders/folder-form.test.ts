import { describe, expect, it } from 'vitest';
import {
  formOfFolder,
  parentsFor,
  readFolder,
} from '../../../../renderer/views/profiles/folders/folder-form.ts';

const plain = { colour: 'none', kept: true, settings: {} } as const;
const europe = { ...plain, id: 'e', name: 'Europe', parentId: null };
const spain = { ...plain, id: 's', name: 'Spain', parentId: 'e' };
const madrid = { ...plain, id: 'm', name: 'Madrid', parentId: 's' };
const america = { ...plain, id: 'a', name: 'America', parentId: null };

describe('the form of a folder', () => {
  it('says only what is switched on', () => {
    const form = { ...formOfFolder(undefined), name: ' EU ', settings: { pollSeconds: 5 } };
    expect(readFolder(form)).toEqual({
      draft: {
        name: 'EU',
        parentId: null,
        colour: 'none',
        kept: true,
        settings: { pollSeconds: 5 },
      },
    });
  });

  it('names at the field what is wrong', () => {
    const settings = { port: 70_000, user: '', pollSeconds: '' };
    expect(readFolder({ ...formOfFolder(europe), name: 'a/b', settings })).toEqual({
      faults: { name: 'hidden', port: 'port', user: 'required', pollSeconds: 'interval' },
    });
  });

  it('offers to lie in none that lies in it', () => {
    const all = [madrid, spain, europe, america];
    expect(parentsFor('e', all)).toEqual([america]);
    expect(parentsFor('m', all)).toEqual([spain, europe, america]);
    expect(parentsFor(undefined, all)).toEqual(all);
  });
});
