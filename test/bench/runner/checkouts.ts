import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../../build/tool.ts';
import { CannotBegin } from './cannot-begin.ts';

/** A commit checked out beside this checkout, until it is removed. */
export interface Checkouts {
  /** The commit, in full. */
  readonly commit: string;
  /** Whether it wants other dependencies than those that are installed, with which it is measured. */
  readonly wantsOthers: boolean;
  /** Its product, and the benchmarks of this checkout; the directory. */
  readonly withOurs: () => string;
  /** As it is; the directory. */
  readonly withItsOwn: () => string;
  /** Removes whatever was checked out; again is harmless. */
  remove(): void;
}

/** What the benchmarks consist of, and what they need of the tests. */
const ours = ['test/bench', 'test/support', 'test/interop'];

/** Of a revision of the repository in `repository`; nothing is checked out before it is asked for. Throws `CannotBegin`. */
export function openCheckouts(revision: string, repository = root): Checkouts {
  const found = git(repository, [
    ...['rev-parse', '--verify', '--quiet', '--end-of-options'],
    `${revision}^{commit}`,
  ]);
  if (found.status !== 0) throw new CannotBegin(`there is no commit ${revision} here`);
  const commit = found.stdout.trim();
  const directory = mkdtempSync(join(tmpdir(), 'spcp-bench-against-'));
  const made = new Map<string, string>();
  const checkOut = (name: string, complete: (path: string) => void) => (): string => {
    const path = join(directory, name);
    if (made.has(name)) return path;
    made.set(name, path);
    const added = git(repository, ['worktree', 'add', '--quiet', '--detach', path, commit]);
    if (added.status !== 0)
      throw new Error(`${commit} could not be checked out: ${added.stderr.trim()}`);
    symlinkSync(join(repository, 'node_modules'), join(path, 'node_modules'));
    complete(path);
    return path;
  };
  const lock = git(repository, ['show', `${commit}:package-lock.json`]);
  return {
    commit,
    wantsOthers: lock.stdout !== readFileSync(join(repository, 'package-lock.json'), 'utf8'),
    withOurs: checkOut('ours', (path) => {
      for (const folder of ours) {
        rmSync(join(path, folder), { recursive: true, force: true });
        cpSync(join(repository, folder), join(path, folder), { recursive: true });
      }
    }),
    withItsOwn: checkOut('own', () => undefined),
    remove() {
      for (const path of made.values())
        git(repository, ['worktree', 'remove', '--force', '--force', path]);
      made.clear();
      rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
      git(repository, ['worktree', 'prune']);
    },
  };
}

function git(repository: string, args: readonly string[]) {
  const { status, stdout, stderr, error } = spawnSync('git', ['-C', repository, ...args], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error !== undefined) throw new CannotBegin(`git cannot be run: ${error.message}`);
  return { status, stdout, stderr };
}
