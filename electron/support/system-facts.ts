import { readdir, stat } from 'node:fs/promises';
import { availableParallelism, homedir, hostname, release } from 'node:os';
import { join } from 'node:path';
import { actorName } from '../core/actor.ts';

/** What the app runs on. */
export interface SystemFacts {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Since the process began. */
  readonly upSeconds: number;
  readonly platform: string;
  readonly release: string;
  readonly processors: number;
  /** Of Node, and of Electron and Chromium where the app runs in them. */
  readonly versions: Readonly<Record<string, string>>;
  readonly language: string;
  readonly residentBytes: number;
  readonly heapBytes: number;
  /** The ordinary files of the data directory, not of those in it. */
  readonly files: readonly { readonly name: string; readonly size: number }[];
  readonly hostname: string;
  readonly user: string;
  readonly home: string;
}

/** So many files are told of. */
const mostFiles = 40;

export async function systemFacts(directory: string, now: number): Promise<SystemFacts> {
  const { rss, heapUsed } = process.memoryUsage();
  const { node, electron, chrome, sqlite } = process.versions;
  return {
    at: new Date(now).toISOString(),
    upSeconds: Math.round(process.uptime()),
    platform: `${process.platform} ${process.arch}`,
    release: release(),
    processors: availableParallelism(),
    versions: Object.fromEntries(
      Object.entries({ node, electron, chrome, sqlite }).flatMap(([name, version]) =>
        version === undefined ? [] : [[name, version]],
      ),
    ),
    language: Intl.DateTimeFormat().resolvedOptions().locale,
    residentBytes: rss,
    heapBytes: heapUsed,
    files: await filesOf(directory),
    hostname: hostname(),
    user: actorName(),
    home: homedir(),
  };
}

/** A file may be gone by the second look. */
async function filesOf(directory: string): Promise<SystemFacts['files']> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  const sizes = names
    .sort()
    .slice(0, mostFiles)
    .map(async (name) => {
      const found = await stat(join(directory, name)).catch(() => null);
      return found === null ? [] : [{ name, size: found.size }];
    });
  return (await Promise.all(sizes)).flat();
}
