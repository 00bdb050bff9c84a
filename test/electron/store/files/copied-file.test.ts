import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { createFile, keepUnder } from '../../../../electron/store/files/atomic-file.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const synced = vi.hoisted(() => new Set<string>());

// A file system without hard links, which tells what of it was synced.
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  return {
    ...real,
    link: () => Promise.reject(Object.assign(new Error('no links'), { code: 'ENOTSUP' })),
    open: async (path: string, ...others: [string, number]) => {
      const file = await real.open(path, ...others);
      const sync = file.sync.bind(file);
      file.sync = () => sync().then(() => void synced.add(path));
      return file;
    },
  };
});

it('a file is made whole, and synced, where there are no hard links, and over no other one', async () => {
  const directory = temporaryDirectory();
  const path = join(directory, 'report.html');
  await createFile(path, 'whole');
  expect(readFileSync(path, 'utf8')).toBe('whole');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(synced).toContain(path);
  writeFileSync(path, 'mine');
  await expect(createFile(path, 'other')).rejects.toMatchObject({ code: 'EEXIST' });
  expect(readFileSync(path, 'utf8')).toBe('mine');
  expect(readdirSync(directory)).toEqual(['report.html']);
});

it('of a copy that fails nothing is left', async () => {
  const directory = temporaryDirectory();
  const unreadable = join(directory, 'folder');
  mkdirSync(unreadable);
  const kept = join(directory, 'kept');
  await expect(keepUnder(unreadable, kept)).rejects.toMatchObject({ code: 'EISDIR' });
  expect(existsSync(kept)).toBe(false);
});
