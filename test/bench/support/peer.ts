import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../../../build/tool.ts';

/** A program of this project in another process: what is measured does not share its event loop. */
export interface Peer {
  readonly lines: readonly string[];
  stop(): Promise<void>;
}

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
    ['--disable-warning=ExperimentalWarning', join(root, script), ...args],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
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
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line);
      if (lines.length === lineCount) resolve();
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code} as it started`)));
  }).finally(() => clearTimeout(limit));
  return { lines, stop: () => stop(child) };
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

/** So many reference proxies in one other process, SCTP in UDP. */
export async function startProxies(
  count: number,
): Promise<{ readonly proxies: readonly ProxyLine[]; stop(): Promise<void> }> {
  const peer = await startPeer(
    'electron/reference-proxy/run.ts',
    ['--count', String(count), '--udp-port', '0', '--json'],
    count,
  );
  return { proxies: peer.lines.map((line) => JSON.parse(line) as ProxyLine), stop: peer.stop };
}

/** One reference proxy in another process. */
export async function startProxy(): Promise<{ readonly proxy: ProxyLine; stop(): Promise<void> }> {
  const { proxies, stop } = await startProxies(1);
  const [proxy] = proxies;
  if (proxy === undefined) throw new Error('no proxy was started');
  return { proxy, stop };
}
