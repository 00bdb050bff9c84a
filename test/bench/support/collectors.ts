import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { root } from '../../../build/tool.ts';
import { openProfiles } from '../../../electron/store/documents/profiles.ts';
import { openVaults } from '../../../electron/store/secrets/vaults.ts';
import { placeSchema } from '../../../shared/model/place.ts';
import { profileDraftSchema } from '../../../shared/model/profile.ts';
import { pause } from './measure.ts';
import type { ProxyLine } from './peer.ts';

const passphrase = 'of the benchmark';

/** `spcp-console collect` in a process of its own. */
export interface Collector {
  readonly child: ChildProcess;
  /** Where its health is asked for. */
  readonly address: string;
}

/** Makes a data directory that has all of the proxies, and their passwords in a passphrase vault, as a collector needs it. */
export async function fillDirectory(
  directory: string,
  proxies: readonly ProxyLine[],
  pollSeconds: number,
): Promise<void> {
  mkdirSync(directory, { mode: 0o700 });
  const { store } = await openProfiles(directory);
  const profiles = proxies.map(({ host, port, udpPort, user }, index) => ({
    id: randomUUID(),
    name: `proxy ${index + 1}`,
    host,
    folderId: null,
    tags: '',
    notes: '',
    colour: 'none' as const,
    favourite: false,
    settings: { port, transport: 'udp' as const, udpPort, user, pollSeconds },
  }));
  await store.changeBook((book) => ({ ...book, profiles }));
  store.close();
  const logFault = (what: string, error: unknown): never => {
    throw new Error(what, { cause: error });
  };
  const vaults = await openVaults({ directory, logFault });
  await vaults.choose({ kind: 'passphrase', passphrase, idleMinutes: 15 });
  await vaults.setAll(
    profiles.map(({ id, name, host, settings }, index) => {
      const draft = profileDraftSchema.parse({ name, host, ...settings });
      return { id, password: proxies[index]?.password ?? '', place: placeSchema.parse(draft) };
    }),
  );
  vaults.close();
}

/** Starts one that unlocks that vault by itself. It ends with this process; rejects where it ends before it listens. */
export async function startCollector(
  directory: string,
  args: readonly string[] = [],
): Promise<Collector> {
  const child = spawn(
    process.execPath,
    [
      ...['--disable-warning=ExperimentalWarning', 'electron/spcp-console.ts', 'collect'],
      ...['--data-dir', directory, '--listen', '0', '--log-json', ...args],
    ],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, SPCP_VAULT_PASSPHRASE: passphrase },
    },
  );
  const endWithUs = (): void => {
    child.kill('SIGKILL');
  };
  process.once('exit', endWithUs);
  child.once('exit', () => process.off('exit', endWithUs));
  const lines = createInterface({ input: child.stderr as NodeJS.ReadableStream });
  const address = await new Promise<string>((resolve, reject) => {
    lines.on('line', (line) => {
      const entry = JSON.parse(line) as { address?: string };
      if (entry.address !== undefined) resolve(entry.address);
    });
    child.once('exit', (code) => reject(new Error(`a collector ended with ${code}`)));
  });
  return { child, address };
}

/** Answers how many proxies it has, once all of them are logged in. Asks so often, milliseconds. */
export async function untilAllAreReady(
  { address, child }: Collector,
  everyMs: number,
): Promise<number> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`a collector ended with ${child.exitCode}`);
    const response = await fetch(`${address}/readyz`);
    const { proxies } = (await response.json()) as { proxies?: { total: number; ready: number } };
    if (proxies !== undefined && proxies.ready === proxies.total) return proxies.total;
    await pause(everyMs);
  }
}

/** Ends it, in order unless told. */
export async function endCollector(
  { child }: Collector,
  signal: NodeJS.Signals = 'SIGTERM',
): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}
