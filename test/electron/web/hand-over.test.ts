import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { handOver } from '../../../electron/web/hand-over.ts';

const address = 'http://127.0.0.1:1/?token=a&b="><script>';

describe('an address that is handed over', () => {
  it('lies in a page that goes on to it, and that nobody else can read', async () => {
    const { path, remove } = await handOver(address);
    const page = await readFile(path, 'utf8');
    expect(page).toContain('http-equiv="refresh" content="0;url=http://127.0.0.1:1/?token=a');
    expect(page).not.toContain('<script>');
    if (process.platform !== 'win32') {
      expect((await stat(path)).mode & 0o777).toBe(0o600);
      expect((await stat(dirname(path))).mode & 0o777).toBe(0o700);
    }
    await remove();
    await expect(stat(dirname(path))).rejects.toMatchObject({ code: 'ENOENT' });
    await remove();
  });
});
