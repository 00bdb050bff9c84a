import { describe, expect, it } from 'vitest';
import { readPastedList } from '../../../../renderer/views/profiles/paste/pasted-list.ts';
import {
  type PreviewParts,
  previewRows,
} from '../../../../renderer/views/profiles/paste/pasted-rows.ts';
import { foldersById } from '../../../../shared/model/resolve-profile.ts';
import { profileOf } from '../../snapshots.ts';

const forAll: PreviewParts['forAll'] = {
  folder: 'Europe',
  environment: 'staging',
  transport: '',
  user: 'ana',
  password: 'secret',
};

function preview(text: string, parts: Partial<PreviewParts> = {}) {
  const lines = readPastedList(text);
  const none = { corrected: new Map(), profiles: [], folders: new Map() };
  return previewRows({ lines, forAll, ...none, ...parts });
}

describe('the preview of a pasted list', () => {
  it('has for each line what would be made of it, with what is said for all', () => {
    const [row] = preview('a.example:9091 Madrid');
    expect(row).toMatchObject({ line: 1, faults: {}, same: null });
    expect(row?.edit).toMatchObject({
      draft: { name: 'Madrid', host: 'a.example', port: 9091, folder: 'Europe', user: 'ana' },
      password: 'secret',
    });
    expect(row?.edit?.own).toEqual(['port', 'user', 'environment']);
  });

  it('calls a line without a name after its host, and none like another', () => {
    const rows = preview('a.example\na.example:7\nb.example', {
      profiles: [profileOf('B.example')],
    });
    expect(rows.map(({ edit }) => edit?.draft.name)).toEqual([
      'a.example',
      'a.example 7',
      'b.example 2',
    ]);
  });

  it('says at the field what is wrong, until it is corrected', () => {
    const [bad] = preview('a..example:9091');
    expect(bad).toMatchObject({ faults: { host: 'host' }, edit: null });
    const corrected = new Map([[1, { host: 'a.example', port: '70000' }]]);
    expect(preview('a..example:9091', { corrected })[0]?.faults).toEqual({ port: 'port' });
    const whole = new Map([[1, { host: 'eva@a.example:7' }]]);
    expect(preview('a..example', { corrected: whole })[0]?.edit?.draft).toMatchObject({
      host: 'a.example',
      port: 7,
      user: 'eva',
    });
    const right = new Map([[1, { host: 'a.example', port: '7' }]]);
    expect(preview('a..example:9091', { corrected: right })[0]?.edit?.draft).toMatchObject({
      port: 7,
    });
  });

  it('says what is there already, and what is there twice', () => {
    const profiles = [profileOf('Madrid', { host: 'a.example' })];
    const rows = preview('A.example\nb.example one\nb.example two', { profiles });
    expect(rows.map(({ same }) => same)).toEqual([{ name: 'Madrid' }, null, { line: 2 }]);
  });

  it('refuses a name that is taken, and a way by ssh that leads nowhere', () => {
    const profiles = [profileOf('Madrid')];
    const table =
      'name,host,transport\nmadrid,a.example,\nLima,b.example,ssh\nRome,c.example,pigeon';
    expect(preview(table, { profiles }).map(({ faults }) => faults)).toEqual([
      { name: 'taken' },
      { sshDestination: 'required' },
      { transport: 'value' },
    ]);
  });

  it('leaves to the folder what neither the line nor anything else says', () => {
    const folders = foldersById([
      {
        id: 'e',
        name: 'Europe',
        parentId: null,
        colour: 'none',
        kept: false,
        settings: { user: 'eva' },
      },
    ]);
    const [row] = preview('a.example', { folders, forAll: { ...forAll, user: '' } });
    expect(row?.edit?.draft.user).toBe('eva');
    expect(row?.edit?.own).not.toContain('user');
  });
});
