import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, onTestFinished } from 'vitest';
import { root } from '../../../build/tool.ts';
import { startReferenceFleet } from '../../../electron/reference-proxy/fleet.ts';
import { openProfiles } from '../../../electron/store/documents/profiles.ts';
import { openVaults } from '../../../electron/store/secrets/vaults.ts';
import { profileDraftSchema } from '../../../shared/model/profile.ts';
import { udpTarget } from '../../support/udp-target.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';
import { callsOn, enter, openWindow } from './web-client.ts';

export const fleetPassword = 'correct horse battery';
export const vaultPassphrase = 'planted passphrase';

/** Proxies, and a directory that knows them at the port to which `way` leads, with a vault that a start can unlock. */
export async function openFleet(
  count: number,
  more: { readonly environment?: string } = {},
  way: (udpPort: number, place: number) => Promise<number> = async (udpPort) => udpPort,
) {
  const directory = temporaryDirectory();
  const fleet = await startReferenceFleet({
    count,
    traffic: false,
    udpPort: 0,
    password: fleetPassword,
  });
  onTestFinished(() => fleet.close());
  const { store } = await openProfiles(directory);
  const vaults = await openVaults({
    directory,
    logFault: (_, error) => expect.fail(String(error)),
  });
  await vaults.choose({ kind: 'passphrase', passphrase: vaultPassphrase, idleMinutes: 15 });
  const ids: string[] = [];
  for (const [place, proxy] of fleet.proxies.entries()) {
    const { name, user } = proxy;
    const target = udpTarget(proxy);
    const udpPort = await way(target.udpPort, place);
    const draft = { name, ...target, udpPort, user, pollSeconds: 0.5, ...more };
    const profile = await store.add(profileDraftSchema.parse(draft));
    await vaults.set(profile.id, fleetPassword, profile);
    ids.push(profile.id);
  }
  store.close();
  vaults.close();
  return { directory, ids, proxies: fleet.proxies };
}

export type Shell = Awaited<ReturnType<typeof startShell>>;

/** The web shell in a process of its own, and a browser's calls to it. */
export async function startShell(directory: string, agent = 'Firefox/143.0') {
  const script = ['--disable-warning=ExperimentalWarning', 'electron/serve.ts'];
  const child = spawn(
    process.execPath,
    [...script, '--port', '0', '--no-open', '--data-dir', directory],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, SPCP_VAULT_PASSPHRASE: vaultPassphrase },
    },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  let out = '';
  while (!out.includes('\n')) out += String((await once(child.stdout, 'data'))[0]);
  const window = await openWindow(await enter(out.trim(), { 'user-agent': agent }));
  const end = async (signal: NodeJS.Signals) => {
    const closed = once(child, 'close');
    child.kill(signal);
    await closed;
  };
  return { call: callsOn(window), window, child, end, kill: () => end('SIGKILL') };
}

/** How many of these it has a session with. */
export async function reached({ call }: Pick<Shell, 'call'>, ids: readonly string[]) {
  const reads = ids.map((id) => call('settings.read', { id }));
  return (await Promise.allSettled(reads)).filter(({ status }) => status === 'fulfilled').length;
}
