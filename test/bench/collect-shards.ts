import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../../build/tool.ts';
import { openProfiles } from '../../electron/store/documents/profiles.ts';
import { openVaults } from '../../electron/store/secrets/vaults.ts';
import type { Report } from './support/benchmark.ts';
import { pause } from './support/measure.ts';
import { type ProxyLine, startProxies } from './support/peer.ts';

const shards = 5;
const pollSeconds = 5;
const password = 'bench';
const settleMs = 30_000;
const windowMs = 30_000;
/** Linux counts what a process used in hundredths of a second. */
const ticksPerSecond = 100;

interface Collector {
  readonly child: ChildProcess;
  readonly address: string;
}

/** Five collectors, each a process with its share of so many proxies, polled once in five seconds. */
export async function collectShards(count: number, report: Report): Promise<void> {
  const { proxies, stop } = await startProxies(count, ['--password', password]);
  const top = mkdtempSync(join(tmpdir(), 'spcp-bench-'));
  const collectors: Collector[] = [];
  try {
    await fill(join(top, '1'), proxies);
    for (let number = 2; number <= shards; number++)
      cpSync(join(top, '1'), join(top, String(number)), { recursive: true });
    const start = performance.now();
    for (let number = 1; number <= shards; number++) collectors.push(await begin(top, number));
    const sizes = await Promise.all(collectors.map(untilReady));
    const seconds = (performance.now() - start) / 1000;
    report({ what: 'until all are polled', value: seconds, unit: 's' });
    await pause(settleMs);
    const before = collectors.map(cpuSeconds);
    const began = performance.now();
    await pause(windowMs);
    const elapsed = (performance.now() - began) / 1000;
    for (const [index, collector] of collectors.entries()) {
      const what = `share ${index + 1}/${shards}, ${sizes[index]} proxies`;
      const share = ((cpuSeconds(collector) - (before[index] ?? 0)) / elapsed) * 100;
      report({ what: `${what}: CPU`, value: share, unit: '% of a core' });
      report({ what: `${what}: memory`, value: megabytes(collector), unit: 'MB' });
    }
  } finally {
    await Promise.all(collectors.map(end));
    await stop();
    rmSync(top, { recursive: true, force: true });
  }
}

/** A data directory with all of the proxies, and a vault that needs nobody. */
async function fill(directory: string, proxies: readonly ProxyLine[]): Promise<void> {
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
  await vaults.choose({
    kind: 'command',
    command: { arguments: ['/bin/echo', password], timeoutSeconds: 60, cacheMinutes: 0 },
  });
  vaults.close();
}

async function begin(top: string, number: number): Promise<Collector> {
  const child = spawn(
    process.execPath,
    [
      ...['--disable-warning=ExperimentalWarning', 'electron/spcp-console.ts', 'collect'],
      ...['--data-dir', join(top, String(number)), '--lease-dir', join(top, 'leases')],
      ...['--shard', `${number}/${shards}`, '--listen', '0', '--log-json'],
    ],
    { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  process.once('exit', () => child.kill('SIGKILL'));
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

/** Answers how many proxies it has, once all of them are. */
async function untilReady({ address }: Collector): Promise<number> {
  for (;;) {
    const response = await fetch(`${address}/readyz`);
    const { proxies } = (await response.json()) as { proxies?: { total: number; ready: number } };
    if (proxies !== undefined && proxies.ready === proxies.total) return proxies.total;
    await pause(500);
  }
}

function cpuSeconds({ child }: Collector): number {
  const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

function megabytes({ child }: Collector): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+([0-9]+) kB$/m.exec(status)?.[1]) / 1000;
}

async function end({ child }: Collector): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
