import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { ensureBuilt } from '../../build/ensure-built.ts';
import { root } from '../../build/tool.ts';
import { startReferenceProxy } from '../../electron/reference-proxy/reference-proxy.ts';
import { openProfiles } from '../../electron/store/documents/profiles.ts';
import { openVaults } from '../../electron/store/secrets/vaults.ts';
import { profileDraftSchema } from '../../shared/model/profile.ts';
import { udpTarget } from '../support/udp-target.ts';
import { temporaryDirectory } from './store/temporary-directory.ts';
import { enter, openWindow } from './web/web-client.ts';

const password = 'planted-pa55word';
const passphrase = 'planted passphrase';
let directory: string;
let id: string;

beforeAll(() => ensureBuilt('renderer'));

/** A directory whose passphrase vault has the password of a proxy that is there. */
beforeEach(async () => {
  directory = temporaryDirectory();
  const proxy = await startReferenceProxy({ name: 'peer', udpPort: 0, password });
  onTestFinished(() => proxy.close());
  const { store } = await openProfiles(directory);
  const draft = { name: 'Madrid', ...udpTarget(proxy), user: proxy.user };
  const profile = await store.add(profileDraftSchema.parse(draft));
  id = profile.id;
  store.close();
  const vaults = await openVaults({
    directory,
    logFault: (_, error) => expect.fail(String(error)),
  });
  await vaults.choose({ kind: 'passphrase', passphrase, idleMinutes: 15 });
  await vaults.set(id, password, profile);
  vaults.close();
});

function serve(args: readonly string[], { env = {}, input = '' } = {}) {
  const child: ChildProcess = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      'electron/serve.ts',
      ...['--port', '0', '--no-open', '--data-dir', directory, ...args],
    ],
    { cwd: root, stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, LC_ALL: 'C', ...env } },
  );
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let [out, err] = ['', ''];
  child.stderr?.on('data', (text) => {
    err += text;
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const address = new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (text) => {
      out += text;
      if (out.includes('\n')) resolve(out.trim());
    });
    void ended.then(() => reject(new Error(err)));
  });
  address.catch(() => undefined);
  child.stdin?.end(input);
  return { child, ended, address, said: () => err };
}

/** The kind of state that the proxy comes to, out of these. */
async function stateOf(address: string, wanted: readonly string[]): Promise<string> {
  const window = await openWindow(await enter(address));
  window.send({ type: 'subscribe', id: 1, topic: 'fleet.frames', params: {} });
  let found = '';
  await window.next((message) => {
    const { value } = message as { value?: { proxies: { id: string; state: { kind: string } }[] } };
    const kind = value?.proxies.find((proxy) => proxy.id === id)?.state.kind ?? '';
    if (wanted.includes(kind)) found = kind;
    return found !== '';
  });
  return found;
}

describe('a console without a window', () => {
  it.each([
    ['SPCP_VAULT_PASSPHRASE', [], { env: { SPCP_VAULT_PASSPHRASE: passphrase } }],
    ['standard input', ['--vault-passphrase-stdin'], { input: `${passphrase}\nmore\n` }],
  ])('unlocks its vault with %s and connects by itself', async (_, args, options) => {
    const { address, child, ended, said } = serve(args, options);
    expect(await stateOf(await address, ['ready', 'vault-locked'])).toBe('ready');
    const args0 = readFileSync(`/proc/${child.pid}/cmdline`, 'utf8');
    expect(args0).not.toContain(passphrase);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(said()).toBe('');
  });

  it('starts locked without a passphrase, and waits for a window to unlock it', async () => {
    const { address } = serve([]);
    expect(await stateOf(await address, ['ready', 'vault-locked'])).toBe('vault-locked');
  });

  it('ends with 1 and one line for a passphrase that is wrong', async () => {
    const { ended, said } = serve([], { env: { SPCP_VAULT_PASSPHRASE: 'not this one' } });
    expect(await ended).toBe(1);
    expect(said()).toMatch(/^error: This is not the passphrase of the vault[^\n]+\n$/);
    expect(said()).not.toContain('not this one');
  });
});
