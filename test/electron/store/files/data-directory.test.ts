import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDataDirectory } from '../../../../electron/store/files/data-directory.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

describe('the data directory', () => {
  it('is the one of the option, before that of the environment', async () => {
    const parent = temporaryDirectory();
    const env = { SPCP_CONSOLE_HOME: join(parent, 'of-environment') };
    expect(await openDataDirectory(join(parent, 'of-option'), env)).toBe(join(parent, 'of-option'));
    expect(await openDataDirectory(undefined, env)).toBe(join(parent, 'of-environment'));
  });

  it.runIf(process.platform === 'linux')(
    'is else the place of the operating system, and a relative XDG_DATA_HOME is none',
    async () => {
      const parent = temporaryDirectory();
      expect(await openDataDirectory(undefined, { XDG_DATA_HOME: parent })).toBe(
        join(parent, 'spcp-console'),
      );
    },
  );

  it.runIf(process.platform !== 'win32')('is created for this user only', async () => {
    const directory = join(temporaryDirectory(), 'a', 'b');
    await openDataDirectory(directory);
    expect(statSync(directory).mode & 0o777).toBe(0o700);
  });

  it('may be there already, and be read by others, since no file in it can be', async () => {
    const directory = join(temporaryDirectory(), 'there');
    mkdirSync(directory, { mode: 0o755 });
    expect(await openDataDirectory(directory)).toBe(directory);
  });

  it('that cannot be one is a storage failure that names it', async () => {
    const file = join(temporaryDirectory(), 'file');
    writeFileSync(file, '');
    await expect(openDataDirectory(join(file, 'below'))).rejects.toMatchObject({
      code: 'storage-failed',
      detail: { path: join(file, 'below') },
    });
  });

  it.runIf(process.platform !== 'win32').each([0o770, 0o707, 0o777, 0o1777])(
    'that others may write to is refused, with what closes it (mode %i)',
    async (mode) => {
      const directory = join(temporaryDirectory(), 'open');
      mkdirSync(directory);
      chmodSync(directory, mode);
      await expect(openDataDirectory(directory)).rejects.toMatchObject({
        code: 'storage-failed',
        message: expect.stringContaining(`chmod 700 ${directory}`),
        detail: { path: directory, reason: 'open-to-others' },
      });
      expect(readdirSync(directory)).toEqual([]);
    },
  );

  it.runIf(process.getuid?.() === 0)('of another user is refused, for root too', async () => {
    const directory = join(temporaryDirectory(), 'of-another');
    mkdirSync(directory, { mode: 0o700 });
    chownSync(directory, 12_345, 12_345);
    await expect(openDataDirectory(directory)).rejects.toMatchObject({
      code: 'storage-failed',
      message: expect.stringMatching(/belongs to another user\. Start SPCP Console as that user/),
      detail: { reason: 'foreign' },
    });
  });

  it.runIf(process.platform !== 'win32')(
    'is not made where there is no home directory: what to do is said instead',
    async () => {
      const parent = temporaryDirectory();
      for (const home of ['', 'relative', join(parent, 'never-made')]) {
        await expect(openDataDirectory(undefined, { HOME: home })).rejects.toMatchObject({
          code: 'storage-failed',
          message: expect.stringMatching(/no home directory.*Set HOME, .*--data-dir/),
          detail: { reason: 'no-home' },
        });
      }
      expect(readdirSync(parent)).toEqual([]);
      expect(await openDataDirectory(join(parent, 'named'), {})).toBe(join(parent, 'named'));
    },
  );

  it.runIf(process.platform === 'linux').each(['a named pipe', 'a device', 'a dangling link'])(
    'that is %s ends at once, in one sentence',
    async (what) => {
      const path = what === 'a device' ? '/dev/null' : join(temporaryDirectory(), 'data');
      if (what === 'a named pipe') execFileSync('mkfifo', [path]);
      if (what === 'a dangling link') symlinkSync('/nowhere/at/all', path);
      await expect(openDataDirectory(path)).rejects.toMatchObject({
        code: 'storage-failed',
        message: expect.stringContaining('--data-dir'),
      });
    },
  );
});
