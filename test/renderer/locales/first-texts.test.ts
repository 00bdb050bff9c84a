import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { first } from '../../../renderer/locales/en/first.ts';
import { later } from '../../../renderer/locales/en/later.ts';

const renderer = fileURLToPath(new URL('../../../renderer/', import.meta.url));

/** The sources that a window has loaded before it draws, by their paths. */
function firstSources(): readonly string[] {
  const files = new Set([join(renderer, 'main.tsx')]);
  // What is added while it is walked is walked too.
  for (const file of files) {
    const imports = readFileSync(file, 'utf8').matchAll(
      /^(?:import|export) (?!type )[^;=(]*?'(\.[^']+\.tsx?)'/gm,
    );
    for (const [, imported = ''] of imports) {
      const path = join(dirname(file), imported);
      if (existsSync(path)) files.add(path);
    }
  }
  return [...files].filter((file) => file.startsWith(renderer));
}

/** The groups of texts that a source names. */
function groupsIn(file: string): readonly string[] {
  const keys = readFileSync(file, 'utf8').matchAll(/['"`]([a-zA-Z]+):[\w.${}-]+['"`]/g);
  return [...keys].map(([, group = '']) => group);
}

it('what draws the window first says nothing whose texts come later', () => {
  const sources = firstSources();
  expect(sources.length).toBeGreaterThan(100);
  const early = sources
    .filter((file) => !relative(renderer, file).startsWith('locales'))
    .flatMap((file) =>
      groupsIn(file)
        .filter((group) => group in later)
        .map((group) => `${relative(renderer, file)}: ${group}`),
    );
  expect(early).toEqual([]);
});

it('no text is twice', () => {
  expect(Object.keys(first).filter((group) => group in later)).toEqual([]);
});

it('what is fetched after the first picture waits for the texts of pages', () => {
  const sources = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && file !== join('components', 'lazy-view.tsx'),
  );
  const own = sources.filter((file) =>
    /import \{[^}]*\blazy\b[^}]*\} from 'react'/.test(readFileSync(join(renderer, file), 'utf8')),
  );
  expect(own).toEqual([]);
});
