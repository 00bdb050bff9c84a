import { type ChildProcess, spawn } from 'node:child_process';
import { expect, onTestFinished } from 'vitest';
import { root } from '../../../build/tool.ts';
import {
  type ReferenceProxy,
  startReferenceProxy,
} from '../../../electron/reference-proxy/reference-proxy.ts';
import { openProfiles } from '../../../electron/store/documents/profiles.ts';
import { openVaults } from '../../../electron/store/secrets/vaults.ts';
import { profileDraftSchema } from '../../../shared/model/profile.ts';
import { udpTarget } from '../../support/udp-target.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';

export const passphrase = 'planted passphrase';
const password = 'planted-pa55word';

export interface Fleet {
  readonly directory: string;
  readonly proxies: readonly ReferenceProxy[];
  readonly ids: readonly string[];
}

/** So many reference proxies, and a data directory whose profiles and passphrase vault have them. */
export async function startFleet(
  count: number,
  { silenceMs }: { silenceMs?: number } = {},
): Promise<Fleet> {
  const directory = temporaryDirectory();
  const proxies: ReferenceProxy[] = [];
  for (let index = 0; index < count; index++) {
    const name = `peer ${index + 1}`;
    const proxy = await startReferenceProxy({ name, udpPort: 0, password, silenceMs });
    onTestFinished(() => proxy.close());
    proxies.push(proxy);
  }
  const logFault = (_: string, error: unknown) => expect.fail(String(error));
  const vaults = await openVaults({ directory, logFault });
  await vaults.choose({ kind: 'passphrase', passphrase, idleMinutes: 15 });
  const { store } = await openProfiles(directory);
  const ids: string[] = [];
  for (const proxy of proxies) {
    const draft = profileDraftSchema.parse({
      name: proxy.name,
      ...udpTarget(proxy),
      user: proxy.user,
      pollSeconds: 0.5,
    });
    const profile = await store.add(draft);
    await vaults.set(profile.id, password, profile);
    ids.push(profile.id);
  }
  store.close();
  vaults.close();
  return { directory, proxies, ids };
}

export interface Collector {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  /** Standard error so far. */
  said(): string;
  /** Where it answers, once it says so. */
  address(): Promise<string>;
  /** What it answers, and with which status. */
  ask(path: string): Promise<{ readonly status: number; readonly body: string }>;
  /** Once each proxy was tried, how they stand. */
  ready(): Promise<Record<string, number>>;
}

/** `spcp-console collect` in a process of its own, which listens at any port, on this directory. */
export function startCollector(
  directory: string,
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = { SPCP_VAULT_PASSPHRASE: passphrase },
): Collector {
  const child = spawn(
    process.execPath,
    [
      ...['--disable-warning=ExperimentalWarning', 'electron/spcp-console.ts', 'collect'],
      ...['--data-dir', directory, '--listen', '0', ...args],
    ],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, LC_ALL: 'C', ...env },
    },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  child.stderr?.on('data', (text) => {
    said += text;
  });
  let over = false;
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  void ended.then(() => {
    over = true;
  });
  /** Until it answers something, or ends. */
  const until = async <T>(what: string, look: () => T | null | Promise<T | null>): Promise<T> => {
    for (;;) {
      if (over) throw new Error(`it ended before ${what}: ${said}`);
      const found = await look();
      if (found !== null) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const address = () =>
    until('it listened', () => /"?address"?:? ?"(http[^"]+)"/.exec(said)?.[1] ?? null);
  const ask = async (path: string) => {
    const response = await fetch(`${await address()}${path}`);
    return { status: response.status, body: await response.text() };
  };
  return {
    child,
    ended,
    said: () => said,
    address,
    ask,
    ready: () =>
      until('it was ready', async () => {
        const answer = await ask('/readyz').catch(() => null);
        return answer?.status === 200 ? JSON.parse(answer.body).proxies : null;
      }),
  };
}
