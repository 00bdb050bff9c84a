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

const run = promisify(execFile);
let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'spcp-compiled-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

/** Loads a module that is kept, in a process of its own. */
async function load(cache: string): Promise<string> {
  const { NODE_COMPILE_CACHE: _, ...env } = process.env;
  const module = (path: string) => JSON.stringify(join(root, path));
  const { stdout } = await run(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `const { keepCompiled } = await import(${module('electron/web/compile-cache.ts')});
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

  it('is done without where it cannot be', async () => {
    writeFileSync(join(directory, 'cache'), '');
    expect(await load(join(directory, 'cache'))).toBe('en');
  });
});
