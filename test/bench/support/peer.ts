import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { root } from '../../../build/tool.ts';
import type { Used } from './measure.ts';

/** A program of this project in another process: what is measured does not share its event loop. */
export interface Peer {
  readonly lines: readonly string[];
  readonly pid: number;
  /** What it used, and how long its event loop waited at the longest, since it was asked last. */
  used(): Promise<PeerUsed>;
  stop(): Promise<void>;
}

export interface PeerUsed extends Used {
  readonly longestWaitMs: number;
}

const selfReport = pathToFileURL(join(root, 'test/bench/peers/self-report.ts')).href;

/** A peer that has not started by then does not, milliseconds. */
const mostToStartMs = 120_000;

/** Starts it and waits for so many lines of its output. Throws where it ends before, or does not come that far. It ends with this process. */
export async function startPeer(
  script: string,
  args: readonly string[],
  lineCount: number,
): Promise<Peer> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--import', selfReport, join(root, script), ...args],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] },
  );
  const endWithUs = (): void => {
    child.kill('SIGKILL');
  };
  process.once('exit', endWithUs);
  child.once('exit', () => process.off('exit', endWithUs));
  const lines: string[] = [];
  let limit: NodeJS.Timeout | undefined;
  await new Promise<void>((resolve, reject) => {
    limit = setTimeout(() => reject(new Error(`${script} did not start`)), mostToStartMs);
    if (child.stdout === null) throw new Error(`${script} has no output`);
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line);
      if (lines.length === lineCount) resolve();
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code} as it started`)));
  }).finally(() => clearTimeout(limit));
  const { pid } = child;
  if (pid === undefined) throw new Error(`${script} has no process`);
  return { lines, pid, used: () => used(child), stop: () => stop(child) };
}

async function used(child: ChildProcess): Promise<PeerUsed> {
  const answered = once(child, 'message');
  child.send('used');
  const [figures] = await answered;
  return figures as PeerUsed;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

/** A proxy of another process, as its JSON line describes it. */
export interface ProxyLine {
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly udpPort: number;
  readonly user: string;
  readonly password: string;
}

/** As many reference proxies as one process may start. */
const mostInProcess = 2000;

/** Reference proxies in other processes, SCTP in UDP. */
export interface Proxies {
  readonly proxies: readonly ProxyLine[];
  /** What all their processes used, and the longest wait of any of their event loops, since it was asked last. */
  used(): Promise<PeerUsed>;
  stop(): Promise<void>;
}

/** So many reference proxies, in as few other processes as hold them. */
export async function startProxies(
  count: number,
  options: readonly string[] = [],
): Promise<Proxies> {
  const peers: Peer[] = [];
  for (let left = count; left > 0; left -= mostInProcess)
    peers.push(await startProxyProcess(Math.min(left, mostInProcess), options));
  return {
    proxies: peers.flatMap(({ lines }) => lines.map((line) => JSON.parse(line) as ProxyLine)),
    used: async () => summed(await Promise.all(peers.map((peer) => peer.used()))),
    stop: async () => {
      await Promise.all(peers.map((peer) => peer.stop()));
    },
  };
}

function startProxyProcess(count: number, options: readonly string[]): Promise<Peer> {
  return startPeer(
    'electron/reference-proxy/run.ts',
    ['--count', String(count), '--udp-port', '0', '--json', ...options],
    count,
  );
}

/** Of processes that ran side by side. */
function summed(all: readonly PeerUsed[]): PeerUsed {
  const waits = all.map(({ withoutCore }) => withoutCore);
  return {
    cpu: all.reduce((sum, { cpu }) => sum + cpu, 0),
    elapsed: Math.max(...all.map(({ elapsed }) => elapsed)),
    withoutCore: waits.includes(null)
      ? null
      : waits.reduce((sum: number, wait) => sum + (wait ?? 0), 0),
    longestWaitMs: Math.max(...all.map(({ longestWaitMs }) => longestWaitMs)),
  };
}

/** One reference proxy in another process. */
export async function startProxy(): Promise<
  Pick<Peer, 'pid' | 'stop'> & { readonly proxy: ProxyLine }
> {
  const { lines, pid, stop } = await startProxyProcess(1, []);
  const proxy = JSON.parse(lines[0] ?? '') as ProxyLine;
  return { proxy, pid, stop };
}
