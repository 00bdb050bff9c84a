import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstLine, firstLines, interrupt, startProgram } from './app.ts';

/** A reference proxy in a process of its own, as an administrator starts one. */
export interface StartedProxy {
  readonly host: string;
  readonly port: number;
  readonly udpPort: number;
  readonly pop3Port: number;
  readonly user: string;
  readonly password: string;
  /** Interrupts it; resolves when it has ended. */
  stop(): Promise<void>;
}

/** What a reference proxy says of itself when it has started. */
export type ProxyLine = Omit<StartedProxy, 'stop'> & { readonly name: string };

/** Several reference proxies of one process, each under traffic of its own. */
export interface StartedFleet {
  readonly proxies: readonly ProxyLine[];
  stop(): Promise<void>;
}

/** Starts so many. */
export async function startProxies(count: number): Promise<StartedFleet> {
  const child = startProgram('electron/reference-proxy/run.ts', [
    ...['--count', String(count), '--udp-port', '0', '--traffic', '--json'],
  ]);
  const lines = await firstLines(child, count);
  return {
    proxies: lines.map((line) => JSON.parse(line) as ProxyLine),
    stop: async () => void (await interrupt(child)),
  };
}

/** Starts one; `udpPort` 0 takes any that is free. */
export async function startProxy(udpPort = 0, password?: string): Promise<StartedProxy> {
  const child = startProgram('electron/reference-proxy/run.ts', [
    ...['--udp-port', String(udpPort), '--traffic', '--json'],
    ...(password === undefined ? [] : ['--password', password]),
  ]);
  const line = await firstLine(child);
  return {
    ...(JSON.parse(line) as Omit<StartedProxy, 'stop'>),
    stop: async () => void (await interrupt(child)),
  };
}

/** Sets the transformation of a proxy from the command line, as another administrator would. */
export async function setTransformation(
  proxy: Omit<StartedProxy, 'stop'>,
  command: string,
): Promise<void> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'spcp-console-e2e-cli-'));
  const target = ['--host', proxy.host, '--port', String(proxy.port), '--user', proxy.user];
  const way = ['--transport', 'udp', '--udp-port', String(proxy.udpPort)];
  const child = startProgram(
    'electron/cli.ts',
    ['transformation', 'set', command, ...target, ...way, '--data-dir', dataDirectory],
    { SPCP_PASSWORD: proxy.password },
  );
  const exitCode = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  await rm(dataDirectory, { recursive: true, force: true });
  if (exitCode !== 0) throw new Error(`the command line ended with ${exitCode}`);
}
