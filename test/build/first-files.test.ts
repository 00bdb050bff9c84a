import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../build/ensure-built.ts';
import { root } from '../../build/tool.ts';

const folder = join(root, 'out/renderer');
let page: string;
beforeAll(() => {
  ensureBuilt('renderer');
  page = readFileSync(join(folder, 'index.html'), 'utf8');
});

const named = (pattern: RegExp): readonly string[] =>
  [...page.matchAll(pattern)].map(([, file = '']) => file);
const fileOf = (name: string): string => {
  const found = readdirSync(join(folder, 'assets')).filter((file) =>
    new RegExp(`^${name}-.{8}\\.js$`).test(file),
  );
  expect(found).toHaveLength(1);
  return readFileSync(join(folder, 'assets', found[0] ?? ''), 'utf8');
};

/** The file of a language, as the start asks for it. */
const askedForByStart = (language: string): string => {
  const asked = fileOf('start').match(new RegExp(`import\\([\`"']\\./(${language}-.{8}\\.js)`));
  expect(asked).not.toBeNull();
  return asked?.[1] ?? '';
};
const withTheirImports = (files: readonly string[]): ReadonlySet<string> => {
  const all = new Set(files);
  // What is added while it is walked is walked too.
  for (const file of all) {
    const code = readFileSync(join(folder, 'assets', file), 'utf8');
    for (const [, imported = ''] of code.matchAll(/(?:from|import)["'`]\.\/([^"'`]+\.js)/g))
      all.add(imported);
  }
  return all;
};

describe('what a page loads before it draws', () => {
  it('is a few files, named in the page, each once', () => {
    const scripts = named(/(?:src|href)="\.\/assets\/([a-z-]+)-.{8}\.js"/g);
    expect(scripts).toEqual(expect.arrayContaining(['start', 'window']));
    expect(scripts.length).toBeLessThanOrEqual(4);
    expect(new Set(scripts).size).toBe(scripts.length);
  });

  it("has the library's styles before our own, which build on them", () => {
    expect(named(/rel="stylesheet"[^>]*href="\.\/assets\/([a-z-]+)-.{8}\.css"/g)).toEqual([
      'start',
      'window',
    ]);
  });

  it('starts without waiting for what is large', () => {
    const start = fileOf('start');
    expect(start).not.toMatch(/from"\.\/(window|english|spanish)-/);
    expect(start.length).toBeLessThan(30_000);
  });

  it('checks nothing with schemas yet, edits no code, and draws no chart with axes', () => {
    const first = withTheirImports([
      ...named(/(?:src|href)="\.\/assets\/([^"]+\.js)"/g),
      ...['english', 'spanish'].map(askedForByStart),
    ]);
    const libraries = { schemas: /ZodType/, editor: /cm-editor/, charts: /u-legend/ };
    for (const [name, library] of Object.entries(libraries)) {
      const having = readdirSync(join(folder, 'assets'))
        .filter((file) => file.endsWith('.js'))
        .filter((file) => library.test(readFileSync(join(folder, 'assets', file), 'utf8')));
      expect(having, `${name} are somewhere`).not.toEqual([]);
      for (const file of having) expect([...first], name).not.toContain(file);
    }
  });

  it('is not larger than it was, compressed', () => {
    const files = named(/(?:src|href)="\.\/assets\/([^"]+\.(?:js|css))"/g);
    const sent = (all: Iterable<string>): number =>
      [...all].reduce((sum, file) => sum + statSync(join(folder, `assets/${file}.br`)).size, 0);
    expect(sent(files)).toBeLessThan(260_000);
    for (const language of ['english', 'spanish']) {
      const texts = withTheirImports([askedForByStart(language)]);
      expect(sent(new Set([...files, ...texts])), language).toBeLessThan(300_000);
    }
  });

  it('lies compressed beside what it is, for the web shell', () => {
    const files = named(/(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g);
    expect(files.length).toBeGreaterThan(2);
    for (const file of files) {
      const path = join(folder, file);
      expect(brotliDecompressSync(readFileSync(`${path}.br`)).equals(readFileSync(path))).toBe(
        true,
      );
    }
  });

  it('has the languages apart', () => {
    expect(fileOf('window')).not.toMatch(/(from|import)"\.\/(english|spanish)-/);
    for (const language of ['english', 'spanish']) expect(page).not.toContain(language);
  });
});
