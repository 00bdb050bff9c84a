import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  noKeychain,
  openVaults,
  type Vaults,
  type VaultsParts,
} from '../../../../electron/store/secrets/vaults.ts';
import { placeSchema } from '../../../../shared/model/place.ts';
import type { VaultChoice, VaultKind } from '../../../../shared/model/vault.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { testKeychain } from './test-keychain.ts';

const place = placeSchema.parse({ host: 'proxy.example', user: 'admin' });
const elsewhere = { ...place, port: 9091 };
const passphrase = 'correct horse battery';
const command = { arguments: ['echo', '{user}-{host}'], timeoutSeconds: 300, cacheMinutes: 0 };
const choices: Readonly<Record<VaultKind, VaultChoice>> = {
  keychain: { kind: 'keychain' },
  passphrase: { kind: 'passphrase', passphrase, idleMinutes: null },
  session: { kind: 'session' },
  command: { kind: 'command', command },
};

async function open(directory: string, parts: Partial<VaultsParts> = {}): Promise<Vaults> {
  const vaults = await openVaults({
    directory,
    keychain: await testKeychain(directory),
    logFault: (what, error) => expect.fail(`${what}: ${error}`),
    ...parts,
  });
  onTestFinished(vaults.close);
  return vaults;
}

async function save(vaults: Vaults): Promise<void> {
  await vaults.setAll([
    { id: 'one', password: 'opensesame', place },
    { id: 'stock', password: 'admin', place },
  ]);
}

async function expectAll(vaults: Vaults): Promise<void> {
  expect(await vaults.get('one', place)).toBe('opensesame');
  expect(await vaults.get('stock', place)).toBe('admin');
  expect(vaults.state('one', elsewhere)).toBe('elsewhere');
  await expect(vaults.get('one', elsewhere)).rejects.toMatchObject({
    code: 'password-needed-again',
  });
  expect([vaults.isStock('one'), vaults.isStock('stock')]).toEqual([false, true]);
}

function savedChoice(directory: string) {
  return JSON.parse(readFileSync(join(directory, 'vault.json'), 'utf8')).vault;
}

/** As another process, or an older release, could have left it. */
function editChoice(directory: string, vault: object): void {
  const path = join(directory, 'vault.json');
  const content = existsSync(path)
    ? JSON.parse(readFileSync(path, 'utf8'))
    : { version: 1, savedAt: 1, vault: {} };
  const edited = { ...content, savedAt: content.savedAt + 1 };
  writeFileSync(path, JSON.stringify({ ...edited, vault: { ...content.vault, ...vault } }), {
    mode: 0o600,
  });
}

function idsIn(directory: string, file: string): readonly string[] {
  return Object.keys(JSON.parse(readFileSync(join(directory, file), 'utf8')).secrets);
}

function textOf(directory: string): string {
  return readdirSync(directory)
    .map((name) => readFileSync(join(directory, name), 'latin1'))
    .join('\n');
}

describe('the vaults', () => {
  const keeping = ['keychain', 'passphrase', 'session'] as const;
  it.each(keeping.flatMap((from) => keeping.map((to) => [from, to] as const)))(
    'from %s to %s takes every password along, with its place and whether it is the stock one',
    async (from, to) => {
      const directory = temporaryDirectory();
      const vaults = await open(directory);
      await vaults.choose(choices[from]);
      await save(vaults);
      await vaults.choose(choices[to]);
      expect(vaults.inForce()).toMatchObject({ kind: to, locked: false });
      await expectAll(vaults);
      const sealed = JSON.parse(readFileSync(join(directory, 'vault.json'), 'utf8')).vault;
      expect(sealed).toMatchObject({ kind: to, dropping: [] });
      if (from !== to && from !== 'session') {
        const file = from === 'keychain' ? 'secrets.json' : 'secrets-passphrase.json';
        expect(JSON.parse(readFileSync(join(directory, file), 'utf8')).secrets).toEqual({});
      }
      if (to === 'session') return;
      vaults.close();
      const next = await open(directory);
      if (to === 'passphrase') await next.unlock(passphrase);
      await expectAll(next);
      expect(textOf(directory)).not.toContain('opensesame');
      expect(textOf(directory)).not.toContain(passphrase);
    },
  );

  it.each(keeping)(
    'an external command leaves what lies in %s where it is, and there again when that is chosen again',
    async (kind) => {
      const vaults = await open(temporaryDirectory());
      await vaults.choose(choices[kind]);
      await save(vaults);
      await vaults.choose(choices.command);
      expect(vaults.keeps).toBe(false);
      expect(await vaults.get('one', place)).toBe('admin-proxy.example');
      await vaults.choose(choices[kind]);
      await expectAll(vaults);
    },
  );

  it('takes what rested along to a third', async () => {
    const vaults = await open(temporaryDirectory());
    await save(vaults);
    await vaults.choose(choices.command);
    await vaults.choose(choices.passphrase);
    await expectAll(vaults);
  });

  it('lets a passphrase vault that rested be chosen again with its own passphrase only', async () => {
    const vaults = await open(temporaryDirectory());
    await vaults.choose(choices.passphrase);
    await save(vaults);
    await vaults.choose(choices.command);
    await expect(
      vaults.choose({ kind: 'passphrase', passphrase: 'another one', idleMinutes: null }),
    ).rejects.toMatchObject({ code: 'wrong-passphrase' });
    expect(vaults.inForce().kind).toBe('command');
    await expect(vaults.choose(choices.session)).rejects.toMatchObject({ code: 'vault-locked' });
  });

  it('changes nothing where one password cannot be read', async () => {
    const directory = temporaryDirectory();
    const vaults = await open(directory);
    await vaults.choose(choices.passphrase);
    await save(vaults);
    vaults.lock();
    for (const kind of ['keychain', 'session'] as const) {
      await expect(vaults.choose(choices[kind])).rejects.toMatchObject({ code: 'vault-locked' });
    }
    await vaults.unlock(passphrase);
    await expectAll(vaults);
  });

  it('begins with the keychain, and in a shell without one with memory, and says why', async () => {
    const directory = temporaryDirectory();
    expect((await open(directory)).inForce()).toMatchObject({
      kind: 'keychain',
      persistent: true,
      backend: 'test',
    });
    const web = await openVaults({ directory, logFault: () => {} });
    onTestFinished(web.close);
    expect(web.inForce()).toMatchObject({ kind: 'session', persistent: false, backend: null });
    expect(web.info()).toMatchObject({ kind: 'session', reason: 'web-shell' });
    expect(web.inForce().offered).toContainEqual({ kind: 'keychain', refused: 'web-shell' });
    await expect(web.choose(choices.keychain)).rejects.toMatchObject({
      code: 'vault-refused',
      detail: { case: 'kind', kind: 'keychain', refusal: 'web-shell' },
    });
  });

  it('keeps to the policy: what it does not name is refused, and what it names first is in force', async () => {
    const directory = temporaryDirectory();
    const vaults = await open(directory, { policy: () => ({ vaults: ['passphrase', 'session'] }) });
    expect(vaults.inForce().kind).toBe('session');
    await expect(vaults.choose(choices.keychain)).rejects.toMatchObject({
      detail: { refusal: 'policy' },
    });
    await expect(vaults.tryCommand(command, place)).rejects.toMatchObject({
      code: 'vault-refused',
      detail: { kind: 'command', refusal: 'policy' },
    });
    await vaults.choose(choices.passphrase);
    expect(vaults.inForce().kind).toBe('passphrase');
    vaults.close();
    const strict = await open(directory, { policy: () => ({ vaults: ['session'] }) });
    expect(strict.inForce()).toMatchObject({ kind: 'session', locked: false });
    await expect(strict.unlock(passphrase)).rejects.toMatchObject({ code: 'vault-refused' });
  });

  it.each(['in force', 'resting'])(
    'a shell that cannot read the keychain does not choose past what lies in it: %s',
    async (where) => {
      const directory = temporaryDirectory();
      const desktop = await open(directory);
      await save(desktop);
      if (where === 'resting') await desktop.choose(choices.command);
      desktop.close();
      const web = await open(directory, { keychain: noKeychain });
      for (const kind of ['passphrase', 'session'] as const) {
        await expect(web.choose(choices[kind])).rejects.toMatchObject({
          code: 'vault-refused',
          detail: { case: 'kept-in-desktop' },
        });
      }
      web.close();
      const again = await open(directory);
      await again.choose(choices.keychain);
      await expectAll(again);
    },
  );

  it('a shell that cannot read the keychain chooses where nothing lies in it, or no other shell could read it', async () => {
    const empty = await open(temporaryDirectory(), { keychain: noKeychain });
    await empty.choose(choices.passphrase);
    expect(empty.inForce().kind).toBe('passphrase');
    const directory = temporaryDirectory();
    const before = await open(directory);
    await save(before);
    await before.choose(choices.command);
    before.close();
    const broken = await open(directory, { keychain: { ...noKeychain, refused: 'no-keychain' } });
    await broken.choose(choices.passphrase);
    broken.close();
    (await open(directory)).close();
    expect(idsIn(directory, 'secrets.json')).toEqual(['one', 'stock']);
  });

  it('removes nothing from a vault that is in force or rests, whatever was to become of it', async () => {
    for (const resting of [false, true]) {
      const directory = temporaryDirectory();
      const vaults = await open(directory);
      await save(vaults);
      if (resting) await vaults.choose(choices.command);
      vaults.close();
      editChoice(directory, { dropping: ['keychain'] });
      const next = await open(directory);
      if (resting) await next.choose(choices.keychain);
      await expectAll(next);
      expect(savedChoice(directory).dropping).toEqual([]);
    }
  });

  it('keeps what is typed after a lost passphrase was forgotten', async () => {
    const directory = temporaryDirectory();
    const vaults = await open(directory);
    await vaults.choose(choices.passphrase);
    // What lies there could not be removed.
    await vaults.setIdle(5);
    editChoice(directory, { dropping: ['keychain'] });
    await vaults.forgetPassphrase();
    expect(savedChoice(directory).dropping).toEqual([]);
    await save(vaults);
    vaults.close();
    await expectAll(await open(directory));
  });

  it('opens a passphrase vault that is there by its own passphrase only, and keeps what it has', async () => {
    const directory = temporaryDirectory();
    const first = await open(directory, { keychain: noKeychain });
    await first.choose(choices.passphrase);
    await save(first);
    first.close();
    for (const name of readdirSync(directory).filter((each) => each.startsWith('vault.json'))) {
      rmSync(join(directory, name));
    }
    const vaults = await open(directory, { keychain: noKeychain });
    expect(vaults.inForce().kind).toBe('session');
    await vaults.set('new', 'typed since', place);
    const another = { ...choices.passphrase, passphrase: 'another one' } as VaultChoice;
    await expect(vaults.choose(another)).rejects.toMatchObject({ code: 'wrong-passphrase' });
    expect(vaults.inForce().kind).toBe('session');
    await vaults.choose(choices.passphrase);
    await expectAll(vaults);
    expect(await vaults.get('new', place)).toBe('typed since');
  });

  it('does not replace the passphrase of the vault in force without it', async () => {
    const vaults = await open(temporaryDirectory());
    await vaults.choose(choices.passphrase);
    const another = { ...choices.passphrase, passphrase: 'another one' } as VaultChoice;
    await expect(vaults.choose(another)).rejects.toMatchObject({ code: 'wrong-passphrase' });
    vaults.lock();
    await vaults.unlock(passphrase);
  });

  it('are as if nobody had chosen once a lost passphrase is forgotten, and a new one can be chosen', async () => {
    const directory = await temporaryDirectory();
    const vaults = await open(directory, { keychain: noKeychain });
    await vaults.choose(choices.passphrase);
    await save(vaults);
    vaults.lock();
    await vaults.forgetPassphrase();
    expect(vaults.inForce()).toMatchObject({ kind: 'session', locked: false });
    expect(await vaults.get('one', place)).toBeNull();
    await vaults.choose({ kind: 'passphrase', passphrase: 'another one of these', idleMinutes: 5 });
    expect(vaults.inForce()).toMatchObject({ kind: 'passphrase', locked: false });
    expect(vaults.state('one', place)).toBe('none');
  });

  it('forget no passphrase while the vault in use is another, and none rests', async () => {
    const directory = temporaryDirectory();
    const vaults = await open(directory);
    await vaults.choose(choices.passphrase);
    await save(vaults);
    await vaults.choose(choices.session);
    await expect(vaults.forgetPassphrase()).rejects.toMatchObject({
      code: 'vault-refused',
      detail: { case: 'no-passphrase' },
    });
    await expectAll(vaults);
  });

  it('forget a passphrase vault that rests, and set its file aside', async () => {
    const directory = temporaryDirectory();
    const vaults = await open(directory, { keychain: noKeychain });
    await vaults.choose(choices.passphrase);
    await save(vaults);
    const before = readFileSync(join(directory, 'secrets-passphrase.json'), 'utf8');
    await vaults.choose(choices.command);
    expect(vaults.inForce()).toMatchObject({ kind: 'command', resting: 'passphrase' });
    await expect(vaults.choose(choices.session)).rejects.toMatchObject({ code: 'vault-locked' });
    const kept = await vaults.forgetPassphrase();
    expect(kept).toMatch(/secrets-passphrase\.json\..*\.forgotten$/);
    expect(readFileSync(kept ?? '', 'utf8')).toBe(before);
    expect(vaults.inForce()).toMatchObject({ kind: 'command', resting: null });
    await vaults.choose(choices.session);
    expect(await vaults.get('one', place)).toBeNull();
  });

  it.each([
    ['writable by others', (path: string) => chmodSync(path, 0o666)],
    [
      'a link into a directory that others may write to',
      (path: string) => {
        const shared = temporaryDirectory();
        chmodSync(shared, 0o777);
        renameSync(path, join(shared, 'vault.json'));
        symlinkSync(join(shared, 'vault.json'), path);
      },
    ],
  ])('runs no command that a file names which is %s', async (_, openUp) => {
    const directory = temporaryDirectory();
    const vaults = await open(directory);
    await vaults.choose(choices.session);
    vaults.close();
    editChoice(directory, { kind: 'command', command });
    openUp(join(directory, 'vault.json'));
    const next = await open(directory);
    expect(next.inForce()).toMatchObject({ kind: 'session', command: null });
    expect(next.notices).toMatchObject([{ code: 'storage-failed' }]);
    await expect(next.choose(choices.keychain)).rejects.toMatchObject({ code: 'storage-failed' });
  });

  it('does not follow a file that others may write, and says so', async () => {
    const directory = temporaryDirectory();
    const vaults = await open(directory);
    await vaults.choose(choices.session);
    const heard: string[] = [];
    vaults.onNotice(({ code }) => heard.push(code));
    const path = join(directory, 'vault.json');
    const content = JSON.parse(readFileSync(path, 'utf8'));
    const written = {
      ...content,
      savedAt: content.savedAt + 1,
      vault: { kind: 'command', command },
    };
    writeFileSync(`${path}.new`, JSON.stringify(written));
    chmodSync(`${path}.new`, 0o666);
    renameSync(`${path}.new`, path);
    await expect.poll(() => heard).toContain('storage-failed');
    expect(vaults.inForce()).toMatchObject({ kind: 'session', command: null });
  });

  it('follows what another process chooses', async () => {
    const directory = temporaryDirectory();
    const vaults = await open(directory);
    const other = await open(directory);
    await vaults.choose(choices.passphrase);
    await expect.poll(() => other.inForce()).toMatchObject({ kind: 'passphrase', locked: true });
    await other.unlock(passphrase);
    await other.set('one', 'opensesame', place);
    await expect.poll(() => vaults.state('one', place)).toBe('here');
    expect(await vaults.get('one', place)).toBe('opensesame');
  });
});
