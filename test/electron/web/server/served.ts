import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServerLimits } from '../../../../electron/web/server/limits.ts';
import { startWebServer, type WebServer } from '../../../../electron/web/server/server.ts';

/** A folder with what stands for the built user interface, and servers of it. */
export interface Served {
  readonly directory: string;
  readonly pages: string;
  /** What the servers had to tell. */
  readonly faults: string[];
  start(limits?: Partial<ServerLimits>): Promise<WebServer>;
  /** Closes all servers and removes the folder. */
  end(): Promise<void>;
}

export async function servePages(): Promise<Served> {
  const directory = await mkdtemp(join(tmpdir(), 'spcp-console-web-'));
  const pages = join(directory, 'pages');
  await mkdir(join(pages, 'assets'), { recursive: true });
  await writeFile(join(pages, 'index.html'), '<p>the app</p>');
  await writeFile(join(pages, 'assets', 'index-a1b2.js'), 'console.log(1)');
  await writeFile(join(directory, 'secret.txt'), 'outside of the pages');
  const faults: string[] = [];
  const servers: WebServer[] = [];
  return {
    directory,
    pages,
    faults,
    async start(limits = {}) {
      const logFault = (what: string, error: unknown) => faults.push(`${what}: ${error}`);
      const server = await startWebServer({ port: 0, pages, logFault, limits });
      servers.push(server);
      return server;
    },
    async end() {
      await Promise.all(servers.map((server) => server.close()));
      await rm(directory, { recursive: true });
    },
  };
}
