import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openVaults } from '../../../../electron/store/secrets/vaults.ts';
import type { VaultChoice } from '../../../../shared/model/vault.ts';
import { temporaryDirectory } from '../../store/temporary-directory.ts';
import { run } from '../program.ts';

const passphrase = 'correct horse battery';
const command = { arguments: ['echo', 'a b'], timeoutSeconds: 300, cacheMinutes: 0 };

async function withVault(...choices: readonly VaultChoice[]) {
  const home = temporaryDirectory();
  const logFault = (what: string) => expect.unreachable(what);
  const vaults = await openVaults({ directory: home, logFault });
  for (const choice of choices) await vaults.choose(choice);
  vaults.close();
  const cli = (args: string, env: object = {}) =>
    run(args.split(' '), { env: { SPCP_CONSOLE_HOME: home, ...env } });
  return { home, cli };
}

const underPassphrase = { kind: 'passphrase', passphrase, idleMinutes: null } as const;

describe('vault status', () => {
  it('says which vault is in use and whether it is locked, and tries a passphrase that is given', async () => {
    const { cli } = await withVault(underPassphrase);
    expect((await cli('vault status')).out).toMatch(/passphrase vault +in use, locked/);
    const json = JSON.parse((await cli('vault status --json')).out);
    expect(json.vault).toMatchObject({ kind: 'passphrase', locked: true, persistent: true });
    const right = await cli('vault status', { SPCP_VAULT_PASSPHRASE: passphrase });
    expect(right.out).toContain('the passphrase is right');
    const wrong = await cli('vault status', { SPCP_VAULT_PASSPHRASE: 'another one' });
    expect(wrong).toMatchObject({ code: 2, out: '' });
  });

  it('says of the keychain what the web shell says: that it cannot be used without the desktop app', async () => {
    const { cli } = await withVault();
    const { out } = await cli('vault status');
    expect(out).toMatch(/keychain +not possible: the console runs without the desktop app/);
    expect(out).toMatch(/this session only +in use/);
    const { vault } = JSON.parse((await cli('vault status --json')).out);
    expect(vault).toMatchObject({ kind: 'session', persistent: false });
  });

  it('says why another cannot be, what runs and what rests', async () => {
    const { home, cli } = await withVault(underPassphrase, { kind: 'command', command });
    const policy = join(home, 'managed.json');
    const format = { format: 'spcp-console-managed', version: 1 };
    writeFileSync(policy, JSON.stringify({ ...format, policy: { vaults: ['command'] } }));
    const { out } = await cli('vault status', { SPCP_CONSOLE_MANAGED: policy });
    expect(out).toMatch(/passphrase vault +rests/);
    expect(out).toMatch(/this session only +not possible: the administrators/);
    expect(out).toContain("echo 'a b'");
  });
});

describe('vault forget', () => {
  it('wants its word, sets the file aside and says where', async () => {
    const { home, cli } = await withVault(underPassphrase);
    for (const args of ['vault forget', 'vault forget --confirm yes']) {
      expect(await cli(args)).toMatchObject({ code: 2, err: expect.stringContaining('forget') });
    }
    expect((await cli('vault forget')).err).toContain('Type --confirm forget');
    const before = readFileSync(join(home, 'secrets-passphrase.json'), 'utf8');
    const { kept } = JSON.parse((await cli('vault forget --confirm forget --json')).out);
    expect(existsSync(kept)).toBe(true);
    expect(readFileSync(kept, 'utf8')).toBe(before);
    expect((await cli('vault status')).out).not.toMatch(/passphrase vault +in use/);
    expect(await cli('vault forget --confirm forget')).toMatchObject({ code: 2 });
  });

  it('says that nothing is locked or unlocked from here', async () => {
    const { cli } = await withVault();
    expect((await cli('vault --help')).out).toContain('no way to a console that runs');
    expect(await cli('vault lock')).toMatchObject({ code: 2 });
  });
});
