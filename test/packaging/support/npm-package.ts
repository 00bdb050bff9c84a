import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../../build/tool.ts';
import { usersEnvironment } from './users-environment.ts';

const run = promisify(execFile);

/** What `npm pack --json` says of the package. */
export interface Packed {
  readonly filename: string;
  /** Of the archive, and of all that is in it, bytes. */
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

/** The package, installed as a user installs it. */
export interface Installed {
  readonly packed: Packed;
  /** A directory of the test's own, empty but for what is below. */
  readonly directory: string;
  /** Where `npm install -g` put it. */
  readonly prefix: string;
  /** The environment of a user who has it, with data of their own, in English. */
  readonly env: NodeJS.ProcessEnv;
  remove(): Promise<void>;
}

/** Packs the checkout, and installs the archive into an empty prefix from within an empty directory. */
export async function installPackage(): Promise<Installed> {
  const directory = await mkdtemp(join(tmpdir(), 'spcp-package-'));
  const at = (name: string): string => join(directory, name);
  const [prefix, bin, empty, home] = [at('prefix'), at('bin'), at('empty'), at('home')];
  await Promise.all([prefix, bin, empty, home].map((path) => mkdir(path)));
  // The Node of the tests, which the package is made for, whichever the machine has.
  await symlink(process.execPath, join(bin, 'node'));
  const path = [join(prefix, 'bin'), bin, process.env.PATH ?? ''].join(delimiter);
  const env = { ...usersEnvironment(), PATH: path, LC_ALL: 'C', SPCP_CONSOLE_HOME: home };
  const options = { env, maxBuffer: 2 ** 26 };
  // What its scripts say goes to standard output too.
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', directory], {
    ...options,
    cwd: root,
  });
  const [packed] = JSON.parse(stdout.slice(stdout.indexOf('['))) as [Packed];
  await run(
    'npm',
    [
      ...['install', '--global', '--prefix', prefix, '--prefer-offline'],
      ...['--fetch-retries=1', '--fetch-retry-mintimeout=1000'],
      ...['--no-audit', '--no-fund', at(packed.filename)],
    ],
    { ...options, cwd: empty },
  );
  return {
    packed,
    directory: empty,
    prefix,
    env,
    remove: () => rm(directory, { recursive: true, force: true }),
  };
}
