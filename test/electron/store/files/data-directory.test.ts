import { mkdirSync, statSync, writeFileSync } from 'node:fs';
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

  it('may be there already', async () => {
    const directory = join(temporaryDirectory(), 'there');
    mkdirSync(directory);
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
});
