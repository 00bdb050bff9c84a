import { readdir, stat } from 'node:fs/promises';
import { availableParallelism, release } from 'node:os';
import { join } from 'node:path';

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
  /** The ordinary files of the data directory, not of those in it; bytes. */
  readonly files: readonly FileFacts[];
  /** Beyond those. */
  readonly moreFiles: number;
}

interface FileFacts {
  readonly name: string;
  readonly size: number;
  /** Whether the app gives a file this name. */
  readonly isOurs: boolean;
}

/** So many files are told of, those of the app first. */
const mostFiles = 40;

/** With what is beside them: good copies, what was set aside, journals of the database. */
const ours =
  /^(?:console\.(?:db|lock)|(?:profiles|preferences|personal|secrets|secrets-passphrase|vault|vault-agreed|window)\.json|(?:change|vault)\.lock)(?:-wal|-shm|-journal|\.[0-9TZ-]{1,40}\.(?:copy|damaged))?$/;

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
    ...(await filesOf(directory)),
  };
}

/** A file may be gone by the second look. */
async function filesOf(directory: string): Promise<Pick<SystemFacts, 'files' | 'moreFiles'>> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  const [own, others] = [true, false].map((isOurs) =>
    names.filter((name) => ours.test(name) === isOurs).sort(),
  );
  const told = [...(own ?? []), ...(others ?? [])].slice(0, mostFiles);
  const sizes = told.map(async (name) => {
    const found = await stat(join(directory, name)).catch(() => null);
    return found === null ? [] : [{ name, size: found.size, isOurs: ours.test(name) }];
  });
  return { files: (await Promise.all(sizes)).flat(), moreFiles: names.length - told.length };
}
