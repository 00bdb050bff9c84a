import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { en } from '../../../renderer/locales/en/index.ts';
import { leaves } from './leaves.ts';

const renderer = fileURLToPath(new URL('../../../renderer/', import.meta.url));
const sources = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !file.startsWith('locales'),
);

/** Keys as they stand in a call, with the placeholders of template literals as `*`. */
function keysIn(source: string): string[] {
  const calls = source.matchAll(/\bt\(\s*(?:'([^']+)'|`([^`]+)`)/g);
  return [...calls].map(
    ([, plain, template]) => plain ?? (template ?? '').replace(/\$\{[^}]*\}/g, '*'),
  );
}

/** Whether there is a text for the key: itself, a list, a group, or a plural form. */
function exists(key: string, texts: ReadonlyMap<string, string>): boolean {
  const path = key.includes(':') ? key.replace(':', '.') : `common.${key}`;
  const pattern = path.replaceAll('.', '\\.').split('*').join('[^.]+');
  const fits = new RegExp(`^${pattern}(_one|_other|\\..+)?$`);
  return [...texts.keys()].some((known) => fits.test(known));
}

describe('the keys that views ask for', () => {
  const texts = leaves(en);

  it.each(sources)('all have a text: %s', (file) => {
    const source = readFileSync(`${renderer}${file}`, 'utf8');
    expect(keysIn(source).filter((key) => !exists(key, texts))).toEqual([]);
  });

  it('would not pass with a key that has none', () => {
    expect(exists('board:sort.colour', texts)).toBe(false);
    expect(exists('pages.*', texts)).toBe(true);
    expect(exists('board:card.restarts', texts)).toBe(true);
  });
});
