import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserCommand, openBrowser } from '../../../electron/web/open-browser.ts';

const file = '/tmp/a b&$(touch x)/open.html';
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spcp-console-browser-'));
});
afterAll(() => rm(directory, { recursive: true }));

describe('opening a browser', () => {
  it('hands the file over as one argument on every system', () => {
    for (const platform of ['linux', 'darwin', 'win32', 'freebsd'] as const) {
      const [, args] = browserCommand(file, platform);
      expect(args.at(-1)).toBe(file);
    }
  });

  it.runIf(process.platform === 'linux')('runs the desktop’s own opener', async () => {
    const opener = join(directory, 'xdg-open');
    await writeFile(opener, `#!/bin/sh\nprintf '%s' "$*" > ${directory}/opened\n`);
    await chmod(opener, 0o755);
    const env = { DISPLAY: ':1', PATH: `${directory}:/usr/bin:/bin` };
    expect(await openBrowser(file, env)).toBeNull();
    expect(await readFile(join(directory, 'opened'), 'utf8')).toBe(file);
  });

  it.runIf(process.platform === 'linux')('says why it could not be done', async () => {
    expect(await openBrowser(file, {})).toBe('there is no display');
    const nowhere = { WAYLAND_DISPLAY: 'wayland-0', PATH: join(directory, 'empty') };
    expect(await openBrowser(file, nowhere)).toBe('xdg-open is not installed');
    const opener = join(directory, 'xdg-open');
    await writeFile(opener, '#!/bin/sh\nexit 3\n');
    await chmod(opener, 0o755);
    const env = { DISPLAY: ':1', PATH: directory };
    expect(await openBrowser(file, env)).toBe('xdg-open ended with 3');
  });
});
