import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '../../build/ensure-built.ts';
import { root } from '../../build/tool.ts';
import type { Report } from './support/benchmark.ts';

const folder = join(root, 'out/renderer');
/** Lies beside the pages, and no browser loads it. */
const readByTheCore = 'licences.json';
/** As the web shell sends a file: compressed where the build has laid that beside it. */
const sent = (file: string): number =>
  statSync(existsSync(`${file}.br`) ? `${file}.br` : file).size;
const kilobytes = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + sent(file), 0) / 1000;

/** What a browser loads before it draws: the page, all that it names, and one language, each with what it imports. */
function initialFiles(): ReadonlySet<string> {
  const page = join(folder, 'index.html');
  const named = readFileSync(page, 'utf8').matchAll(/(?:src|href)="\.\/([^"]+\.(?:js|css))"/g);
  const files = new Set([page, ...Array.from(named, ([, file = '']) => join(folder, file))]);
  const start = [...files].find((file) => /[/\\]start-.{8}\.js$/.test(file));
  const [, english] =
    /import\([`"']\.\/(english-.{8}\.js)/.exec(readFileSync(start ?? page, 'utf8')) ?? [];
  if (english === undefined) throw new Error('the start asks for no English texts');
  files.add(join(folder, 'assets', english));
  // What is added while it is walked is walked too.
  for (const file of files) {
    if (!file.endsWith('.js')) continue;
    const imports = readFileSync(file, 'utf8').matchAll(/(?:from|import)["'`]\.\/([^"'`]+\.js)/g);
    for (const [, imported = ''] of imports) files.add(join(folder, 'assets', imported));
  }
  return files;
}

export async function rendererSize(report: Report): Promise<void> {
  ensureBuilt('renderer');
  const all = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .filter(({ name }) => !name.endsWith('.br') && name !== readByTheCore)
    .map((entry) => join(entry.parentPath, entry.name));
  report({
    what: 'before the board is drawn',
    value: kilobytes([...initialFiles()]),
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
