import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { managedSystem } from '../../store/managed/managed-file.ts';
import { temporaryDirectory } from '../../store/temporary-directory.ts';
import { run } from '../program.ts';

function setUp(more: object = {}) {
  const { file } = managedSystem(more);
  const home = temporaryDirectory();
  const cli = (...args: string[]) =>
    run(args, { env: { SPCP_CONSOLE_HOME: home, SPCP_CONSOLE_MANAGED: file } });
  return { file, home, cli };
}

describe('profiles that administrators supply', () => {
  it('are listed with who manages them, and found by their names', async () => {
    const { cli } = setUp({
      profiles: [
        {
          name: 'Madrid',
          host: '127.0.0.1',
          settings: { user: 'ana', transport: 'udp', udpPort: 9 },
        },
      ],
    });
    await cli('profiles', 'add', '--host', 'o.example', '--user', 'eva', '--name', 'Own');
    const { out, err } = await cli('profiles', 'list');
    expect(err).toBe('');
    expect(out.split('\n').map((line) => line.trim().split(/ {2,}/).at(-1))).toEqual([
      'managed by',
      '-',
      'Example Corp',
      '',
    ]);
    expect(JSON.parse((await cli('profiles', 'list', '--json')).out).profiles).toMatchObject([
      { name: 'Own' },
      { name: 'Madrid', managedBy: 'Example Corp' },
    ]);
    const reached = await cli('metrics', '--profile', 'madrid', '--timeout', '1s');
    expect(reached).toMatchObject({ code: 2, err: expect.stringContaining('ana') });
  });

  it('are held against what administrators say of tags, before what the user says of them', async () => {
    const place = { host: '127.0.0.1', settings: { user: 'ana', transport: 'udp', udpPort: 9 } };
    const { cli } = setUp({
      profiles: [{ ...place, name: 'Madrid', tags: 'edge' }],
      tags: [{ tag: 'edge', settings: { intendedTransformation: '=rev' } }],
    });
    const { out } = await cli('drift', '--json', '--timeout', '1s');
    expect(JSON.parse(out).drift).toMatchObject([
      {
        name: 'Madrid',
        setting: 'transformation',
        intended: { value: 'rev', source: { kind: 'tag', tag: 'edge' } },
      },
    ]);
  });

  it('are neither removed nor overwritten, and it says who manages them', async () => {
    const { cli } = setUp();
    expect(await cli('profiles', 'remove', 'Madrid')).toEqual({
      code: 2,
      out: '',
      err: 'error: Madrid is managed by Example Corp and cannot be removed here. Ask Example Corp to change it there.\n',
    });
    const taken = await cli(
      'profiles',
      'add',
      '--host',
      'o.example',
      '--user',
      'eva',
      '--name',
      'MADRID',
    );
    expect(taken).toMatchObject({ code: 2, err: expect.stringContaining('Madrid') });
    expect((await cli('profiles', 'list')).out).toContain('Madrid');
  });

  it('keep their names: one of a file that has the same gets a number, as in the app', async () => {
    const { cli } = setUp();
    const other = setUp({ profiles: [] });
    await other.cli('profiles', 'add', '--host', 'o.example', '--user', 'eva', '--name', 'MADRID');
    const file = join(temporaryDirectory(), 'exported.json');
    writeFileSync(file, (await other.cli('profiles', 'export')).out);
    for (const more of [['--dry-run'], []]) {
      expect(await cli('profiles', 'import', file, '--existing', 'add', ...more)).toMatchObject({
        code: 0,
        out: 'Added MADRID 2.\n',
      });
    }
    const { profiles } = JSON.parse((await cli('profiles', 'list', '--json')).out);
    expect(profiles.map(({ name }: { name: string }) => name)).toEqual(['MADRID 2', 'Madrid']);
  });

  it('are edited by nobody here, also not for show, but for what is personal', async () => {
    const { cli } = setUp();
    for (const more of [['--dry-run'], []]) {
      expect(await cli('profiles', 'edit', 'Madrid', '--set', 'port=9', ...more)).toMatchObject({
        code: 2,
        err: expect.stringContaining('Madrid is managed by Example Corp'),
      });
      expect(
        await cli('profiles', 'edit', 'Madrid', '--set', 'notes=Rack 9', ...more),
      ).toMatchObject({ code: 0, out: expect.stringContaining('Rack 9') });
    }
  });

  it('have classes that ask at a restoring for what they say, whatever the own ones of that id do', async () => {
    const teeth = { readOnly: true, typed: true, marked: true };
    const { home, cli } = setUp({ classes: [{ id: 'staging', colour: 'yellow', teeth }] });
    const place = ['--host', 'o.example', '--user', 'eva'];
    await cli('profiles', 'add', ...place, '--name', 'Paris');
    await cli('profiles', 'remove', 'Paris');
    const file = join(home, 'profiles.json');
    const lax = { readOnly: false, typed: false, marked: false };
    const own = { id: 'staging', name: '', colour: 'blue', teeth: lax };
    const content = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file, JSON.stringify({ ...content, classes: [own] }));
    await cli('profiles', 'add', ...place, '--name', 'Tokyo', '--environment', 'staging');
    const { copies } = JSON.parse((await cli('profiles', 'restore', '--json')).out);
    const { copy } = copies.find((each: { newer: number }) => each.newer === 1);
    expect(await cli('profiles', 'restore', copy, '--remove-newer')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Tokyo'),
    });
    const named = ['--remove-newer', '--confirm', 'Tokyo'];
    expect(await cli('profiles', 'restore', copy, ...named)).toMatchObject({ code: 0 });
  });

  it('are not there where their file cannot be trusted, which is said', async () => {
    const { cli, file } = setUp();
    chmodSync(file, 0o666);
    expect(await cli('profiles', 'list')).toEqual({
      code: 0,
      out: 'No profile is saved.\n',
      err: expect.stringContaining(`${file} may be written by others (mode 666)`),
    });
  });
});
