import { execFile } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root } from '../../../build/tool.ts';
import { userCache } from '../../../electron/base/compile-cache.ts';

const run = promisify(execFile);
let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'spcp-compiled-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

/** Loads a module that is kept, in a process of its own that does `first` before. */
async function load(cache: string, first = ''): Promise<string> {
  const { NODE_COMPILE_CACHE: _, ...env } = process.env;
  const module = (path: string) => JSON.stringify(join(root, path));
  const { stdout } = await run(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `${first};
       const { keepCompiled } = await import(${module('electron/base/compile-cache.ts')});
       keepCompiled(${JSON.stringify(cache)});
       const { speaker } = await import(${module('shared/texts/say.ts')});
       console.log(speaker('en').language);`,
    ],
    { env, cwd: root },
  );
  return stdout.trim();
}

describe('the compile cache', () => {
  it('is kept where only its owner may look', async () => {
    const cache = join(directory, 'out/cache');
    expect(await load(cache)).toBe('en');
    expect(statSync(cache).mode & 0o777).toBe(0o700);
    expect(readdirSync(cache)).toHaveLength(1);
  });

  it('is closed to others where it was open to them', async () => {
    const cache = join(directory, 'cache');
    mkdirSync(cache);
    chmodSync(cache, 0o777);
    await load(cache);
    expect(statSync(cache).mode & 0o777).toBe(0o700);
  });

  it('of another user is left as it is', async () => {
    expect(await load(directory, 'process.getuid = () => 4_000_000_000')).toBe('en');
    expect(readdirSync(directory)).toEqual([]);
  });

  it('is done without where it cannot be', async () => {
    writeFileSync(join(directory, 'cache'), '');
    expect(await load(join(directory, 'cache'))).toBe('en');
  });
});

describe.skipIf(process.platform === 'win32')('the cache of a user', () => {
  it('lies in the home, and no home is made for it', () => {
    const home = { HOME: directory };
    expect(userCache(home)).toMatch(new RegExp(`^${directory}/.*compiled$`));
    expect(userCache({ HOME: join(directory, 'missing') })).toBeNull();
    expect(userCache({ HOME: '' })).toBeNull();
    expect(userCache({})).toBeNull();
  });

  it.runIf(process.platform === 'linux')('lies where the user keeps caches', () => {
    const named = (XDG_CACHE_HOME: string) => userCache({ HOME: directory, XDG_CACHE_HOME });
    expect(named('/var/cache/me')).toBe('/var/cache/me/spcp-console/compiled');
    // A relative path is to be ignored (XDG Base Directory Specification).
    expect(named('cache')).toBe(join(directory, '.cache/spcp-console/compiled'));
  });
});
