import { describe, expect, it } from 'vitest';
import {
  inheritanceAt,
  movedValues,
  settingsSet,
} from '../../../../renderer/views/profiles/editor/inheritance.ts';
import { emptyForm } from '../../../../renderer/views/profiles/editor/profile-form.ts';
import { foldersById } from '../../../../shared/model/resolve-profile.ts';

const plain = { colour: 'none', kept: false } as const;
const folders = foldersById([
  { ...plain, id: 'e', name: 'Europe', parentId: null, settings: { user: 'eva', port: 7 } },
  { ...plain, id: 's', name: 'Spain', parentId: 'e', settings: { pollSeconds: 9 } },
]);

describe('what a folder says for a profile', () => {
  it('is said by the nearest, also where the path goes on to a folder that is not there yet', () => {
    const { settings, from } = inheritanceAt('EUROPE/Spain/new', folders);
    expect(settings).toMatchObject({ user: 'eva', port: 7, pollSeconds: 9, udpPort: 9899 });
    expect(from.get('pollSeconds')?.name).toBe('Spain');
    expect(from.get('user')?.name).toBe('Europe');
    expect(from.get('udpPort')).toBeUndefined();
  });

  it('is nothing for what the form says, or was asked to say', () => {
    const at = inheritanceAt('Europe', folders);
    const form = { ...emptyForm(), user: 'eva', port: '7' };
    expect(settingsSet(form, at)).toEqual([]);
    expect(settingsSet({ ...form, port: 8 }, at)).toEqual(['port']);
    expect(settingsSet({ ...form, own: ['user'] }, at)).toEqual(['user']);
  });

  it('goes along when the folder changes, and takes nothing that was typed', () => {
    const top = inheritanceAt('', folders);
    const spain = inheritanceAt('Europe/Spain', folders);
    const form = { ...emptyForm(), port: 1 };
    expect(movedValues(form, top, spain)).toEqual({ user: 'eva', pollSeconds: 9 });
    expect(movedValues({ ...form, user: 'eva', pollSeconds: 9 }, spain, top)).toEqual({
      user: '',
      pollSeconds: 1,
    });
  });
});
