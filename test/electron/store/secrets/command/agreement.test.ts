import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createNotices } from '../../../../../electron/core/notices.ts';
import { followVault } from '../../../../../electron/core/vault-follower.ts';
import { openDatabase } from '../../../../../electron/store/database/database.ts';
import { openAgreement } from '../../../../../electron/store/secrets/command/agreement.ts';
import { openVaults } from '../../../../../electron/store/secrets/vaults.ts';
import { placeSchema } from '../../../../../shared/model/place.ts';
import { temporaryDirectory } from '../../temporary-directory.ts';

const place = placeSchema.parse({ host: 'proxy.example', user: 'admin' });
const command = { arguments: ['echo', 'chosen'], timeoutSeconds: 300, cacheMinutes: 0 };

async function open(directory: string) {
  const vaults = await openVaults({
    directory,
    logFault: (what, error) => expect.fail(`${what}: ${error}`),
  });
  onTestFinished(vaults.close);
  return vaults;
}

/** As another program of the same user writes it. */
function write(directory: string, change: object): void {
  const path = join(directory, 'vault.json');
  const content = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({ ...content, vault: { ...content.vault, ...change } }));
}

describe('an agreement that is damaged', () => {
  it('and has no copy is asked for again, at the next start as well', async () => {
    const directory = temporaryDirectory();
    const log = (what: string, error: unknown) => expect.fail(`${what}: ${error}`);
    writeFileSync(join(directory, 'vault-agreed.json'), 'garbage');
    for (const _start of [1, 2]) {
      const agreement = await openAgreement(directory, command, log);
      expect(agreement.has(command)).toBe(false);
      agreement.close();
    }
  });
});

describe('a command that another program wrote', () => {
  async function withWritten() {
    const directory = temporaryDirectory();
    const ran = join(directory, 'ran');
    const written = { ...command, arguments: ['touch', ran] };
    const vaults = await open(directory);
    await vaults.choose({ kind: 'command', command });
    expect(await vaults.get('one', place)).toBe('chosen');
    const other = async () => {
      write(directory, { kind: 'command', command: written });
      await expect.poll(() => vaults.inForce().agreed).toBe(false);
    };
    return { directory, vaults, ran, written, other };
  }
  const notAgreed = { code: 'vault-refused', detail: { case: 'not-agreed' } };

  it('is not run by a running console, nor after its next start', async () => {
    const { directory, vaults, ran, other } = await withWritten();
    await other();
    await expect(vaults.get('one', place)).rejects.toMatchObject(notAgreed);
    vaults.close();
    const next = await open(directory);
    expect(next.inForce()).toMatchObject({ kind: 'command', agreed: false });
    await expect(next.get('one', place)).rejects.toMatchObject(notAgreed);
    expect(existsSync(ran)).toBe(false);
  });

  it('is run once somebody agreed to what was shown, and not to what took its place meanwhile', async () => {
    const { directory, vaults, ran, written, other } = await withWritten();
    await other();
    await expect(vaults.agree(['touch', 'another'])).rejects.toMatchObject({
      code: 'vault-refused',
      detail: { case: 'other-command' },
    });
    await vaults.agree(written.arguments);
    expect(vaults.inForce()).toMatchObject({ agreed: true });
    await expect(vaults.get('one', place)).rejects.toMatchObject({ code: 'vault-command-failed' });
    expect(existsSync(ran)).toBe(true);
    vaults.close();
    expect((await open(directory)).inForce()).toMatchObject({ agreed: true });
  });

  it('is told for as long as nobody agreed to it, and logins that it kept up go on then', async () => {
    const { vaults, written, other } = await withWritten();
    const notices = createNotices(Date.now);
    const anew: boolean[] = [];
    const monitor = {
      vaultChanged: (isOther: boolean) => void anew.push(isOther),
      events: { listen: () => () => {} },
    };
    followVault(vaults, { vaultChanged() {} }, monitor as never, notices);
    expect(notices.list()).toEqual([]);
    await other();
    expect(notices.list()).toMatchObject([
      { code: 'vault-command-changed', detail: { program: written.arguments.join(' ') } },
    ]);
    anew.length = 0;
    await vaults.agree(written.arguments);
    expect(notices.list()).toEqual([]);
    expect(anew).toContain(true);
  });

  it('is not run after what was agreed to is deleted, with its copies, where a console ran', async () => {
    const { directory, vaults, ran, other } = await withWritten();
    await other();
    vaults.close();
    openDatabase(directory).close();
    for (const copy of copiesOf(directory)) rmSync(copy);
    for (const _start of [1, 2]) {
      const next = await open(directory);
      expect(next.inForce()).toMatchObject({ kind: 'command', agreed: false });
      await expect(next.get('one', place)).rejects.toMatchObject(notAgreed);
      next.close();
    }
    expect(existsSync(ran)).toBe(false);
  });

  it('is asked for where it was laid down after a console ran, and nobody ever chose one', async () => {
    const directory = temporaryDirectory();
    (await open(directory)).close();
    openDatabase(directory).close();
    const choice = { version: 1, savedAt: 1, vault: { kind: 'command', command } };
    writeFileSync(join(directory, 'vault.json'), JSON.stringify(choice), { mode: 0o600 });
    expect((await open(directory)).inForce()).toMatchObject({ kind: 'command', agreed: false });
  });

  it('is taken where no console ran yet, as where an administrator lays it down', async () => {
    const { directory, vaults, other } = await withWritten();
    await other();
    vaults.close();
    for (const copy of copiesOf(directory)) rmSync(copy);
    expect((await open(directory)).inForce()).toMatchObject({ agreed: true });
  });
});

function copiesOf(directory: string): readonly string[] {
  return readdirSync(directory)
    .filter((name) => name.startsWith('vault-agreed.json'))
    .map((name) => join(directory, name));
}
