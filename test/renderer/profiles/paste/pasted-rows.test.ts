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
  const none = { corrected: new Map(), profiles: [], folders: new Map(), update: false };
  return previewRows({ lines, forAll, ...none, ...parts });
}

describe('a line of a proxy that is there already', () => {
  const there = profileOf('Madrid', {
    ...{ host: 'a.example', port: 9090, user: 'eva', folder: 'Iberia', notes: 'x' },
    sources: { user: 'own' },
  });
  const nothing = { ...forAll, folder: '', environment: '', user: '' } as const;

  it('updates its profile with what it says, and leaves the rest as it is', () => {
    const text = 'host,name,port,interval,password\na.example,,9090,7,other\nb.example,Lima,,,';
    const rows = preview(text, { profiles: [there], update: true, forAll: nothing });
    expect(rows.map(({ edit }) => edit?.id)).toEqual([there.id, undefined]);
    expect(rows[0]?.edit).toMatchObject({
      base: there,
      draft: { name: 'Madrid', user: 'eva', folder: 'Iberia', notes: 'x', pollSeconds: 7 },
      password: 'other',
    });
    expect(rows[0]?.edit?.own).toEqual(expect.arrayContaining(['user', 'pollSeconds']));
  });

  it('is not wrong for having its name', () => {
    const parts = { profiles: [there], forAll: { ...nothing, user: 'eva' } };
    for (const update of [true, false]) {
      expect(preview('a.example:9090 madrid', { ...parts, update })[0]).toMatchObject({
        faults: {},
        same: { profile: there },
      });
    }
    expect(preview('a.example:9090 madrid', parts)[0]?.edit?.draft.name).toBe('madrid 2');
  });

  it('leaves what administrators supply', () => {
    const managed = { ...there, managed: { notes: '' } };
    const parts = { profiles: [managed], update: true, forAll: { ...nothing, user: 'eva' } };
    expect(preview('a.example:9090 Other', parts)[0]?.edit).not.toHaveProperty('id');
  });
});

describe('five thousand lines', () => {
  it('look for their folder once for each path, and are named apart', () => {
    let looked = 0;
    class Counted extends Map<string, never> {
      override values() {
        looked += 1;
        return super.values();
      }
    }
    const text = Array.from({ length: 5000 }, () => 'a.example').join('\n');
    const rows = preview(text, { folders: new Counted() });
    expect(new Set(rows.map(({ edit }) => edit?.draft.name)).size).toBe(5000);
    expect(looked).toBeLessThan(10);
  });
});

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
    expect(rows.map(({ same }) => same)).toMatchObject([
      { profile: { name: 'Madrid' } },
      null,
      { line: 2 },
    ]);
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

describe('a pasted line of which something is wrong', () => {
  const nothing = { folder: '', environment: '', transport: '', user: '', password: '' } as const;

  it('wants the user that nobody says, and names all that is wrong', () => {
    expect(preview('a.example', { forAll: nothing })[0]?.faults).toEqual({ user: 'required' });
    const [row] = preview('host,port,interval\na.example,no,-1', { forAll: nothing });
    expect(row?.faults).toEqual({ user: 'required', port: 'port', pollSeconds: 'interval' });
  });

  it('has tags that are divided by semicolons in their cell', () => {
    const [row] = preview('host,tags\na.example,mail;edge');
    expect(row?.edit?.draft.tags).toBe('mail, edge');
  });
});
