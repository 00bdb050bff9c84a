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

/** What texts a key names: one, a list, a group, or plural forms. */
function namedBy(key: string): RegExp {
  const path = key.includes(':') ? key.replace(':', '.') : `common.${key}`;
  const pattern = path.replaceAll('.', '\\.').split('*').join('[^.]+');
  return new RegExp(`^${pattern}(_one|_other|\\..+)?$`);
}

function exists(key: string, texts: ReadonlyMap<string, string>): boolean {
  const fits = namedBy(key);
  return [...texts.keys()].some((known) => fits.test(known));
}

/** Everything in quotes that could be a key, wherever it stands: one may be chosen before it is asked for. */
function quotedIn(source: string): string[] {
  const quoted = source.matchAll(/'([\w:.-]+)'|`([^`]+)`/g);
  return [...quoted]
    .map(([, plain, template]) => plain ?? (template ?? '').replace(/\$\{[^}]*\}/g, '*'))
    .filter((key) => /^[\w:.*-]+$/.test(key) && /\w/.test(key));
}

describe('the keys that views ask for', () => {
  const texts = leaves(en);

  it.each(sources)('all have a text: %s', (file) => {
    const source = readFileSync(`${renderer}${file}`, 'utf8');
    expect(keysIn(source).filter((key) => !exists(key, texts))).toEqual([]);
  });

  it('leave none of the texts unused', () => {
    const quoted = sources.flatMap((file) => {
      const source = readFileSync(`${renderer}${file}`, 'utf8');
      return [...keysIn(source), ...quotedIn(source)];
    });
    const patterns = [...new Set(quoted)].map(namedBy);
    const unused = [...texts.keys()].filter((text) => !patterns.some((fits) => fits.test(text)));
    expect(unused).toEqual([]);
  });

  it('would not pass with a key that has none', () => {
    expect(exists('board:sort.colour', texts)).toBe(false);
    expect(exists('pages.*', texts)).toBe(true);
    expect(exists('board:card.restarts', texts)).toBe(true);
  });
});
