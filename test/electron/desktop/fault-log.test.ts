import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFaultLog } from '../../../electron/desktop/fault-log.ts';

let top: string;
let file: string;
let shown = '';

beforeEach(async () => {
  top = await mkdtemp(join(tmpdir(), 'spcp-log-'));
  file = join(top, 'logs/faults.log');
  shown = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    shown += String(text);
    return true;
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(top, { recursive: true, force: true });
});

const noon = () => new Date('2026-01-02T12:00:00Z');

test('a fault is written with its time, its place and its stack, to the file and to standard error', async () => {
  createFaultLog(file, noon)('polling', new TypeError('no such thing'));
  const text = await readFile(file, 'utf8');
  expect(text).toMatch(/^2026-01-02T12:00:00.000Z polling: TypeError: no such thing\n +at /);
  expect(shown).toBe(text);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test('a long log becomes the old one, and one before it goes', async () => {
  const log = createFaultLog(file, noon);
  log('first', 'x');
  await writeFile(file, 'y'.repeat(1024 * 1024 + 1));
  log('second', 'z');
  expect(await readFile(file, 'utf8')).toBe('2026-01-02T12:00:00.000Z second: z\n');
  expect((await stat(`${file}.old`)).size).toBe(1024 * 1024 + 1);
});

test('one fault is cut where it would push the others out', async () => {
  createFaultLog(file, noon)('huge', 'x'.repeat(100_000));
  expect((await stat(file)).size).toBeLessThan(10_000);
});

test('a log that cannot be written is told to standard error and throws nothing', async () => {
  await writeFile(join(top, 'logs'), 'a file is in the way');
  createFaultLog(file, noon)('polling', new Error('lost'));
  expect(shown).toContain('polling: Error: lost');
  expect(shown).toContain('faults.log cannot be written');
});

test.runIf(process.platform !== 'win32')(
  'a named pipe or a link in its place is told to standard error, and neither waited for nor followed',
  async () => {
    await mkdir(join(top, 'logs'));
    execFileSync('mkfifo', [file]);
    createFaultLog(file, noon)('polling', 'first');
    await rm(file);
    await symlink(join(top, 'outside'), file);
    createFaultLog(file, noon)('polling', 'second');
    expect(shown.match(/faults.log cannot be written/g)).toHaveLength(2);
    await expect(stat(join(top, 'outside'))).rejects.toMatchObject({ code: 'ENOENT' });
  },
);
