import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from '@swc/core';
import { describe, expect, it } from 'vitest';
import { superLinear } from '../support/linear.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Pattern {
  readonly source: string;
  readonly flags: string;
}

/** Every regular expression of a file; throws where one is put together at run time, which nobody could judge beforehand. */
function patternsIn(file: string): readonly Pattern[] {
  const found: Pattern[] = [];
  const look = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, pattern, flags, callee } = node as Readonly<Record<string, unknown>>;
    if (type === 'RegExpLiteral') found.push({ source: String(pattern), flags: String(flags) });
    if (isRegExp(callee)) throw new Error(`${file} makes a RegExp`);
    for (const part of Object.values(node)) look(part);
  };
  look(
    parseSync(readFileSync(join(root, file), 'utf8'), {
      syntax: 'typescript',
      tsx: file.endsWith('x'),
    }),
  );
  return found;
}

function isRegExp(callee: unknown): boolean {
  return (
    typeof callee === 'object' && callee !== null && 'value' in callee && callee.value === 'RegExp'
  );
}

describe('regular expressions', () => {
  // All that runs on foreign text: settings of a window, words of ssh, bytes of a peer, files, headers.
  const files = globSync('{electron,shared,renderer}/**/*.{ts,tsx}', { cwd: root });
  const patterns = new Map(
    files.flatMap(patternsIn).map((pattern) => [`/${pattern.source}/${pattern.flags}`, pattern]),
  );

  it('are found in the sources', () => {
    expect(patterns.size).toBeGreaterThan(20);
  });

  it.each([...patterns])('%s takes time in proportion to the text', async (_name, pattern) => {
    expect(await superLinear(pattern.source, pattern.flags)).toBeNull();
  });

  it('are told from one that does not', async () => {
    expect(await superLinear('^[a-z]*:[a-z:]*$', '')).toBeNull();
    expect(await superLinear('^[a-z:]*:[a-z:]*$', '')).toMatch(/polynomial/);
    expect(await superLinear('^(?:[a-z]+)+$', '')).toMatch(/exponential/);
  });
});
