import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ensureBuilt } from '../../build/ensure-built.ts';
import { root } from '../../build/tool.ts';
import type { Report } from './support/benchmark.ts';

const folder = join(root, 'out/renderer');
const kilobytes = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0) / 1000;

/** What a browser loads before it draws: the page and all that it names. */
function initialFiles(): string[] {
  const page = join(folder, 'index.html');
  const named = readFileSync(page, 'utf8').matchAll(/(?:src|href)="\.\/([^"]+\.(?:js|css))"/g);
  return [page, ...Array.from(named, ([, file = '']) => join(folder, file))];
}

export async function rendererSize(report: Report): Promise<void> {
  ensureBuilt('renderer');
  const all = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const budget = { of: 'value', most: 400 } as const;
  report({
    what: 'before the board is drawn',
    value: kilobytes(initialFiles()),
    unit: 'kB',
    budget,
  });
  report({ what: 'all of it', value: kilobytes(all), unit: 'kB', budget });
}
