import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readLicences } from '../../../electron/support/licences.ts';

let pages: string;

beforeEach(async () => {
  pages = await mkdtemp(join(tmpdir(), 'spcp-licences-'));
});
afterEach(() => rm(pages, { recursive: true, force: true }));

test('a list that is not there is not found', async () => {
  await expect(readLicences(pages)).rejects.toMatchObject({ code: 'not-found' });
});

test('a damaged list is a fault that says what is wrong with it', async () => {
  await writeFile(join(pages, 'licences.json'), '[{');
  await expect(readLicences(pages)).rejects.toThrow(SyntaxError);
  await writeFile(join(pages, 'licences.json'), '[{}]');
  await expect(readLicences(pages)).rejects.toThrow(/invalid_type/);
});
