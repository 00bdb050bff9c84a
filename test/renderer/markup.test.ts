import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../build/tool.ts';

const sources = readdirSync(join(root, 'renderer'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.tsx'))
  .map((path) => ({ path, text: readFileSync(join(root, 'renderer', path), 'utf8') }));

/** The attributes of each opening tag with this name. */
function tagsOf(text: string, name: string): readonly string[] {
  const rests = text.replaceAll('=>', '').split(`<${name}`).slice(1);
  return rests
    .filter((rest) => /^[\s>]/.test(rest))
    .map((rest) => rest.slice(0, rest.indexOf('>')));
}

it('says of each head of a table what it heads', () => {
  const heads = sources.flatMap(({ path, text }) =>
    ['th', 'Table.Th'].flatMap((name) => tagsOf(text, name).map((tag) => ({ path, tag }))),
  );
  expect(heads.length).toBeGreaterThan(50);
  expect(heads.filter(({ tag }) => !tag.includes('scope='))).toEqual([]);
});

it('has the place of what is told there before there is something to tell', () => {
  const places = sources.flatMap(({ path, text }) =>
    text
      .split('role="status"')
      .slice(0, -1)
      .map((before) => {
        const head = before.slice(0, before.lastIndexOf('<')).trimEnd();
        return { path, before: head.slice(-30), isLate: /(?:&&|\?|[^=]:)\s*\(?$/.test(head) };
      }),
  );
  expect(places.length).toBeGreaterThan(30);
  expect(places.filter(({ isLate }) => isLate)).toEqual([]);
});
