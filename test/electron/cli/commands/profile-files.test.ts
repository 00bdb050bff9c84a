import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openProfiles } from '../../../../electron/store/documents/profiles.ts';
import { openVaults } from '../../../../electron/store/secrets/vaults.ts';
import { run } from '../program.ts';

const planted = 'hunter2-planted';
const passphrase = 'correct horse battery';
const vaultPassphrase = 'the vault of this directory';

let home: string;
let there: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'spcp-cli-files-'));
  there = await mkdtemp(join(tmpdir(), 'spcp-cli-there-'));
});
afterEach(async () => {
  await rm(home, { recursive: true });
  await rm(there, { recursive: true });
});

const cli = (
  args: readonly string[],
  { input, ...env }: Record<string, string> & { input?: string } = {},
) =>
  run(['profiles', ...args], {
    env: { SPCP_CONSOLE_HOME: home, SPCP_VAULT_PASSPHRASE: vaultPassphrase, ...env },
    ...(input === undefined ? {} : { input }),
  });

const add = (name: string, ...more: string[]) =>
  cli(['add', '--name', name, '--host', `${name}.example`, '--user', 'ana', ...more]);

/** A passphrase vault in a directory, with the planted password for each of its profiles. */
async function makeVault(directory: string): Promise<void> {
  const { store } = await openProfiles(directory);
  const logFault = (what: string): never => {
    throw new Error(what);
  };
  const vaults = await openVaults({ directory, logFault });
  await vaults.choose({ kind: 'passphrase', passphrase: vaultPassphrase, idleMinutes: null });
  const secrets = store.list().map((place) => ({ id: place.id, password: planted, place }));
  if (secrets.length > 0) await vaults.setAll(secrets);
  vaults.close();
  store.close();
}

async function passwordsIn(directory: string): Promise<(string | null)[]> {
  const { store } = await openProfiles(directory);
  const logFault = (what: string): never => {
    throw new Error(what);
  };
  const vaults = await openVaults({ directory, logFault });
  await vaults.unlock(vaultPassphrase);
  const found = await Promise.all(store.list().map((place) => vaults.get(place.id, place)));
  vaults.close();
  store.close();
  return found;
}

describe('profiles with their passwords', () => {
  it('go from one vault to another, under a passphrase from the environment or standard input', async () => {
    await add('madrid');
    await add('paris');
    await makeVault(home);
    await makeVault(there);
    const exported = await cli(['export', '--with-secrets'], {
      SPCP_EXPORT_PASSPHRASE: passphrase,
    });
    expect(exported).toMatchObject({ code: 0, err: '' });
    expect(exported.out).not.toContain(planted);
    expect(exported.out).not.toContain(passphrase);
    const file = join(home, 'exported.json');
    await writeFile(file, exported.out);

    const elsewhere = { SPCP_CONSOLE_HOME: there };
    const wrong = await cli(['import', file, '--passphrase-stdin'], {
      ...elsewhere,
      input: 'not this one\n',
    });
    expect(wrong).toMatchObject({ code: 2, out: '' });
    expect(wrong.err).toContain('not the passphrase with which the file was exported');
    const done = await cli(['import', file, '--passphrase-stdin'], {
      ...elsewhere,
      input: `${passphrase}\n`,
    });
    expect(done).toEqual({
      code: 0,
      out: 'Added madrid.\nAdded paris.\nPasswords taken along: 2.\n',
      err: '',
    });
    expect(await passwordsIn(there)).toEqual([planted, planted]);
    expect(await readFile(join(there, 'profiles.json'), 'utf8')).not.toContain(planted);
  });

  it('are refused in one line where no vault keeps them, and nothing changes', async () => {
    await add('madrid');
    const refused = await cli(['export', '--with-secrets'], { SPCP_EXPORT_PASSPHRASE: passphrase });
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toMatch(/^error: The command line has no vault here[^\n]*\n$/);

    await makeVault(home);
    const short = await cli(['export', '--with-secrets'], { SPCP_EXPORT_PASSPHRASE: 'short' });
    expect(short.err).toContain('at least 8 characters');
    const { out } = await cli(['export', '--with-secrets'], { SPCP_EXPORT_PASSPHRASE: passphrase });
    const file = join(home, 'exported.json');
    await writeFile(file, out);
    const elsewhere = { SPCP_CONSOLE_HOME: there, SPCP_EXPORT_PASSPHRASE: passphrase };
    const kept = await cli(['import', file], elsewhere);
    expect(kept.err).toContain('--without-secrets');
    expect(kept.code).toBe(2);
    const without = await cli(['import', file, '--without-secrets'], elsewhere);
    expect(without).toMatchObject({ code: 0, out: 'Added madrid.\n' });
  });

  it('are not exported where the policy of the machine forbids it', async () => {
    await add('madrid');
    await makeVault(home);
    const managed = join(home, 'managed.json');
    const content = { format: 'spcp-console-managed', version: 1, organisation: 'The bank' };
    await writeFile(managed, JSON.stringify({ ...content, policy: { exportSecrets: false } }), {
      mode: 0o600,
    });
    const refused = await cli(['export', '--with-secrets'], {
      SPCP_CONSOLE_MANAGED: managed,
      SPCP_EXPORT_PASSPHRASE: passphrase,
    });
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toContain('does not let passwords be exported from this machine');
  });
});

describe('an edit by the command line', () => {
  it('is of many at once, says what it changed, and saves nothing where it only tries', async () => {
    await add('madrid');
    await add('paris');
    const edit = ['edit', 'madrid', 'paris', '--set', 'pollSeconds=30', '--tag', 'mail'];
    const tried = await cli([...edit, '--dry-run']);
    expect(tried.out.split('\n')[0]).toContain('1 → 30');
    expect(JSON.parse((await cli(['export'])).out).profiles[0].settings).not.toHaveProperty(
      'pollSeconds',
    );
    expect((await cli([...edit, '--user', 'eva'])).code).toBe(0);
    const saved = JSON.parse((await cli(['export'])).out);
    expect(saved.profiles).toMatchObject([
      { tags: 'mail', settings: { pollSeconds: 30, user: 'eva' } },
      { tags: 'mail', settings: { pollSeconds: 30, user: 'eva' } },
    ]);
    const again = JSON.parse((await cli([...edit, '--user', 'eva', '--json'])).out);
    expect(again.changed).toEqual([
      { name: 'madrid', changes: [] },
      { name: 'paris', changes: [] },
    ]);
  });

  it.each([
    [['--set', 'poll=3'], 'pollSeconds'],
    [['--set', 'port=many'], 'does not have a valid value'],
    [['--inherit', 'name'], 'environment'],
  ])('is refused whole where a part of it is wrong: %j', async (wrong, said) => {
    await add('madrid');
    const refused = await cli(['edit', 'madrid', '--tag', 'mail', ...wrong]);
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toContain(said);
    expect(JSON.parse((await cli(['export'])).out).profiles[0].tags).toBe('');
  });

  it('moves profiles to a folder, and wants the name of a guarded one only where it leads elsewhere or is guarded less', async () => {
    await add('madrid', '--environment', 'production');
    await add('paris');
    const move = ['move', 'madrid', 'paris', 'Europe/South'];
    expect((await cli(move)).code).toBe(0);
    for (const touching of [
      ['--set', 'port=9'],
      ['--class', 'staging'],
    ]) {
      const edit = ['edit', 'madrid', ...touching];
      expect(await cli(edit)).toMatchObject({ code: 2, err: expect.stringContaining('madrid') });
      expect((await cli([...edit, '--dry-run'])).code).toBe(0);
    }
    expect((await cli(['edit', 'madrid', '--tag', 'core', '--set', 'notes=Rack 9'])).code).toBe(0);
    expect((await cli(['edit', 'madrid', '--set', 'port=9', '--confirm', 'madrid'])).code).toBe(0);
    const { folders, profiles } = JSON.parse((await cli(['export'])).out);
    expect(folders.map(({ name }: { name: string }) => name)).toEqual(['Europe', 'South']);
    expect(new Set(profiles.map(({ folderId }: { folderId: string }) => folderId)).size).toBe(1);
    expect((await cli(['move', 'paris', '/'])).out).toContain('Europe/South → ');
    expect((await cli(['move', 'paris'])).code).toBe(2);
  });

  it('says of a file that is not there that there is none', async () => {
    const gone = join(home, 'gone.json');
    expect(await cli(['import', gone])).toMatchObject({
      code: 2,
      err: expect.stringContaining(`There is no file ${gone}.`),
    });
  });
});
