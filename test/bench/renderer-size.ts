import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ensureBuilt } from '../../build/ensure-built.ts';
import { root } from '../../build/tool.ts';
import type { Report } from './support/benchmark.ts';

const folder = join(root, 'out/renderer');
const kilobytes = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0) / 1000;

/** What a browser loads before it draws: the page, all that it names, and one language. */
function initialFiles(): string[] {
  const page = join(folder, 'index.html');
  const named = readFileSync(page, 'utf8').matchAll(/(?:src|href)="\.\/([^"]+\.(?:js|css))"/g);
  const english = readdirSync(join(folder, 'assets')).filter((file) =>
    /^english-.*\.js$/.test(file),
  );
  if (english.length !== 1) throw new Error('the English texts are not one file');
  return [
    page,
    ...Array.from(named, ([, file = '']) => join(folder, file)),
    ...english.map((file) => join(folder, 'assets', file)),
  ];
}

export async function rendererSize(report: Report): Promise<void> {
  ensureBuilt('renderer');
  const all = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  report({
    what: 'before the board is drawn',
    value: kilobytes(initialFiles()),
    unit: 'kB',
    budget: { of: 'value', most: 300 },
  });
  report({
    what: 'all of it',
    value: kilobytes(all),
    unit: 'kB',
    budget: { of: 'value', most: 400 },
  });
}
