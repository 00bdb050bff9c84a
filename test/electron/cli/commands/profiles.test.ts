import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type ReferenceProxy,
  startReferenceProxy,
} from '../../../../electron/reference-proxy/reference-proxy.ts';
import { openDatabase } from '../../../../electron/store/database/database.ts';
import { createAuditLog } from '../../../../electron/store/logs/audit.ts';
import { run } from '../program.ts';
import { access } from '../targets.ts';

let home: string;
const proxies: ReferenceProxy[] = [];

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'spcp-cli-'));
});

afterEach(async () => {
  await Promise.all(proxies.splice(0).map((proxy) => proxy.close()));
  await rm(home, { recursive: true });
});

const cli = (args: readonly string[], env: Record<string, string> = {}) =>
  run(args, { env: { SPCP_CONSOLE_HOME: home, ...env } });

const add = (...args: string[]) =>
  cli(['profiles', 'add', '--host', 'proxy.example', '--user', 'operator', ...args]);

describe('profiles', () => {
  it('are none at first', async () => {
    expect(await cli(['profiles', 'list'])).toEqual({
      code: 0,
      out: 'No profile is saved.\n',
      err: '',
    });
    expect(JSON.parse((await cli(['profiles', 'list', '--json'])).out)).toEqual({ profiles: [] });
  });

  it('are added, with defaults for what is not given, listed and removed', async () => {
    const added = await add('--name', 'Málaga', '--json');
    expect(added).toMatchObject({ code: 0, err: '' });
    const profile = {
      id: expect.any(String),
      name: 'Málaga',
      host: 'proxy.example',
      port: 9090,
      transport: 'auto',
      udpPort: 9899,
      user: 'operator',
      environment: 'development',
      folder: '',
      pollSeconds: 1,
      autoConnect: true,
    };
    expect(JSON.parse(added.out)).toMatchObject({ added: profile });
    const full = await add(
      ...['--name', 'Madrid', '--port', '9091', '--transport', 'udp', '--udp-port', '9900'],
      ...['--environment', 'production', '--folder', 'eu/es', '--poll-seconds', '0.5'],
    );
    expect(full).toEqual({ code: 0, out: 'Added Madrid.\n', err: '' });
    const relayed = await add('--name', 'Lima', '--ssh-destination', 'ops@jump.example:2222');
    expect(relayed.code).toBe(0);
    const json = JSON.parse((await cli(['profiles', 'list', '--json'])).out);
    expect(json.profiles).toHaveLength(3);
    expect(json.profiles).toContainEqual(
      expect.objectContaining({ transport: 'ssh', sshDestination: 'ops@jump.example:2222' }),
    );
    expect(json.profiles).toContainEqual(expect.objectContaining(profile));
    const { out } = await cli(['profiles', 'list']);
    expect(out).toMatch(/^name +host +port +transport +udp port +user +environment +folder\n/);
    expect(out).toMatch(/^Madrid +proxy\.example +9091 +udp +9900 +operator +production +eu\/es$/m);
    expect(out).toMatch(/^Lima .* ssh ops@jump\.example:2222 +- /m);
    expect((await cli(['profiles', 'remove', 'madrid', '--confirm', 'Madrid'])).out).toBe(
      'Removed Madrid.\n',
    );
    expect((await cli(['profiles', 'list'])).out).not.toContain('Madrid');
  });

  it('are refused field by field, with exit code 2, and nothing is saved', async () => {
    const { code, out, err } = await cli([
      ...['profiles', 'add', '--json', '--host', 'a b', '--user', 'u'],
      ...['--poll-seconds', '0.1'],
    ]);
    expect(code).toBe(2);
    expect(err).toMatch(/^error: [^\n]*\n$/);
    expect(JSON.parse(out).error.detail).toEqual({
      case: 'fields',
      missing: ['name'],
      wrong: ['host', 'pollSeconds'],
      hidden: [],
      help: 'npm run --silent cli -- profiles add --help',
    });
    expect(err).toContain('--name is missing: a name of 1 to 80 characters; --host is wrong');
    expect(err).toContain('--poll-seconds is wrong: seconds between two polls, from 0.5 to 3600');
    expect((await cli(['profiles', 'list'])).out).toBe('No profile is saved.\n');
  });

  it('keep no password from the command line, and say so instead of dropping it', async () => {
    const { code, out, err } = await run(
      ['profiles', 'add', '--host', 'h', '--user', 'u', '--name', 'n', '--password-stdin'],
      { env: { SPCP_CONSOLE_HOME: home }, input: 'hunter2\n' },
    );
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^error: --password-stdin [^\n]*keeps no password[^\n]*\n$/);
    expect((await cli(['profiles', 'list'])).out).toBe('No profile is saved.\n');
  });

  it.each([
    [['profiles', 'list', '--host', 'h'], '--host'],
    [['profiles', 'add', '--name', 'n', '--profile', 'm'], '--profile'],
    [
      ['profiles', 'add', '--name', 'n', '--host', 'h', '--user', 'u', '--timeout', '5s'],
      '--timeout',
    ],
    [['profiles', 'remove', 'n', '--user', 'u'], '--user'],
    [
      ['metrics', '--host', 'h', '--user', 'u', '--transport', 'kernel', '--udp-port', '1'],
      '--udp-port',
    ],
  ])('take no option that they make no use of: %j', async (args, option) => {
    const { code, err } = await cli(args, { SPCP_PASSWORD: 'x' });
    expect(code).toBe(2);
    expect(err).toMatch(new RegExp(`^error: ${option} [^\\n]*\\n$`));
  });

  it('of the production class are removed only with their name', async () => {
    await add('--name', 'Madrid', '--environment', 'production');
    const refused = await cli(['profiles', 'remove', 'Madrid']);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('Nothing was removed. Add --confirm Madrid to remove it.');
    expect((await cli(['profiles', 'remove', 'Madrid', '--confirm', 'Madrid'])).code).toBe(0);
    expect((await cli(['profiles', 'list'])).out).toBe('No profile is saved.\n');
  });

  it('have names of their own', async () => {
    await add('--name', 'Madrid');
    const { code, err } = await add('--name', 'MADRID');
    expect(code).toBe(2);
    expect(err).toMatch(/^error: [^\n]*\n$/);
  });

  it('that are not known are answered with the nearest names', async () => {
    await add('--name', 'Madrid');
    for (const args of [
      ['metrics', '--profile', 'Madird'],
      ['profiles', 'remove', 'Madird'],
    ]) {
      const { code, err } = await cli(args);
      expect(code).toBe(2);
      expect(err).toContain('There is no profile called “Madird”. Nearest: Madrid.');
    }
  });

  it('survive a damaged file, which is set aside and told of on standard error', async () => {
    await add('--name', 'Madrid');
    await add('--name', 'Lisboa');
    await writeFile(join(home, 'profiles.json'), '{"profiles": [');
    const { code, out, err } = await cli(['profiles', 'list', '--json']);
    expect(code).toBe(0);
    expect(err).toMatch(
      /^warning: profiles\.json was damaged\.[^\n]* The damaged file is kept as [^\n]*\n$/,
    );
    const names = JSON.parse(out).profiles.map(({ name }: { name: string }) => name);
    expect(names).toContain('Madrid');
    expect((await readdir(home)).filter((name) => name.endsWith('.damaged'))).toHaveLength(1);
  });

  it.each([
    [
      'were written by a newer release',
      (file: string) => writeFile(file, '{"version": 99, "savedAt": 1, "profiles": []}'),
      'was written by a newer release',
    ],
    ['cannot be read', (file: string) => mkdir(file), 'profiles.json is a directory'],
  ])('that %s are not taken for none: that ends with 1', async (_, spoil, message) => {
    await spoil(join(home, 'profiles.json'));
    for (const args of [
      ['profiles', 'list', '--json'],
      ['metrics', '--profile', 'Madrid', '--json'],
    ]) {
      const { code, out, err } = await cli(args);
      expect(code).toBe(1);
      expect(JSON.parse(out)).toMatchObject({ error: { code: 'storage-failed' } });
      expect(err).toContain(message);
      expect(err).toMatch(/^error: [^\n]*--data-dir[^\n]*\n$/);
    }
  });

  it('that cannot be saved end with 1, and one line that says what to do', async () => {
    const file = join(home, 'a-file');
    await writeFile(file, '');
    const { code, out, err } = await add('--name', 'Madrid', '--data-dir', file, '--json');
    expect(code).toBe(1);
    expect(err).toMatch(/^error: [^\n]*no directory[^\n]*--data-dir[^\n]*\n$/);
    expect(JSON.parse(out)).toMatchObject({ error: { code: 'storage-failed' } });
  });

  it('are not looked for in the usual place where --data-dir is empty', async () => {
    await add('--name', 'Madrid');
    const { code, err } = await cli(['profiles', 'remove', 'Madrid', '--data-dir', '']);
    expect(code).toBe(2);
    expect(err).toContain('It is the path of a directory.');
    expect((await cli(['profiles', 'list'])).out).toContain('Madrid');
  });

  it('hold no password', async () => {
    const { code } = await cli(['profiles', 'add', '--host', 'h', '--user', 'u', '--name', 'n'], {
      SPCP_PASSWORD: 'hunter2',
    });
    expect(code).toBe(0);
    const { out } = await cli(['profiles', 'list', '--json']);
    expect(out).not.toContain('hunter2');
    expect(await readFile(join(home, 'profiles.json'), 'utf8')).not.toContain('hunter2');
  });
});

describe('a profile of a proxy', () => {
  async function saved(...args: string[]) {
    const proxy = await startReferenceProxy({ name: 'peer', udpPort: 0, password: 'secret' });
    proxies.push(proxy);
    const { target, env } = access(proxy);
    await cli(['profiles', 'add', '--name', 'Madrid', ...target, ...args]);
    return { target, env };
  }

  it('says where it is and who logs in', async () => {
    const { env } = await saved();
    const { code, err } = await cli(['metrics', '--profile', 'madrid'], env);
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  it('of the production class wants its name for a change, also where the proxy is named by its host', async () => {
    const { target, env } = await saved('--environment', 'production');
    for (const where of [['--profile', 'Madrid'], target]) {
      for (const change of [
        ['transformation', 'set', 'cat'],
        ['transformation', 'clear'],
        ['buffer-size', 'set', '4096'],
      ]) {
        const refused = await cli([...change, ...where], env);
        expect(refused.code).toBe(2);
        expect(refused.err).toContain('Add --confirm Madrid to change it.');
        expect((await cli([...change, ...where, '--confirm', 'Madrid 2'], env)).code).toBe(2);
        expect((await cli([...change, ...where, '--confirm', 'madrid'], env)).code).toBe(0);
      }
    }
    const { database, close } = openDatabase(home);
    const entries = createAuditLog(database).list({ limit: 10 });
    close();
    expect(entries).toHaveLength(6);
    expect(new Set(entries.map(({ profileId }) => profileId)).size).toBe(1);
    expect(entries.every(({ profileName }) => profileName === 'Madrid')).toBe(true);
  });
});

describe('an export of profiles', () => {
  it('is imported elsewhere as it was, and again without a change', async () => {
    await add('--name', 'Madrid', '--folder', 'Europe/Spain', '--port', '9091');
    await add('--name', 'Lima');
    const exported = await cli(['profiles', 'export']);
    expect(exported).toMatchObject({ code: 0, err: '' });
    const file = join(home, 'exported.json');
    await writeFile(file, exported.out);
    const elsewhere = { SPCP_CONSOLE_HOME: join(home, 'elsewhere') };
    expect(await cli(['profiles', 'import', file], elsewhere)).toEqual({
      code: 0,
      out: 'Added Madrid.\nAdded Lima.\n',
      err: '',
    });
    const again = await cli(['profiles', 'import', file, '--json'], elsewhere);
    expect(JSON.parse(again.out)).toEqual({
      added: [],
      replaced: [],
      skipped: ['Madrid', 'Lima'],
      passwords: 0,
      tags: expect.anything(),
    });
    expect((await cli(['profiles', 'export'], elsewhere)).out).toBe(exported.out);
    const spain = await cli(['profiles', 'export', '--folder', 'europe/spain']);
    expect(JSON.parse(spain.out).profiles).toMatchObject([{ name: 'Madrid' }]);
    expect(await cli(['profiles', 'export', '--folder', 'Asia'])).toMatchObject({ code: 2 });
  });

  it('replaces a production profile only where its name is given', async () => {
    await add('--name', 'Madrid', '--environment', 'production');
    const file = join(home, 'exported.json');
    await writeFile(file, (await cli(['profiles', 'export'])).out);
    const replace = ['profiles', 'import', file, '--existing', 'replace'];
    expect(await cli(replace)).toMatchObject({ code: 2, out: '' });
    const confirmed = await cli([...replace, '--confirm', 'Madrid']);
    expect(confirmed).toEqual({ code: 0, out: 'Replaced Madrid.\n', err: '' });
  });

  it.each([
    ['not JSON', 'is no export of profiles'],
    ['{"format":"spcp-console-profiles","version":9}', 'of version 9'],
  ])('that is none is refused, and nothing changes: %s', async (text, said) => {
    const file = join(home, 'exported.json');
    await writeFile(file, text);
    const ended = await cli(['profiles', 'import', file]);
    expect(ended.code).toBe(2);
    expect(ended.err).toContain(said);
    expect((await cli(['profiles', 'list'])).out).toBe('No profile is saved.\n');
  });
});
