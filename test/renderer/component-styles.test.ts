import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const renderer = fileURLToPath(new URL('../../renderer/', import.meta.url));
const resolve = createRequire(join(renderer, 'main.tsx')).resolve;
const components = fileURLToPath(
  new URL('../../node_modules/@mantine/core/esm/components/', import.meta.url),
);
const styles = readFileSync(`${renderer}component-styles.ts`, 'utf8');
const css = [...styles.matchAll(/^import '(@mantine[^']+)'/gm)]
  .map(([, file = '']) => readFileSync(resolve(file), 'utf8'))
  .join('\n');

/** The components that the renderer names in its imports. */
const used = new Set(
  readdirSync(renderer, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => [
      ...readFileSync(renderer + file, 'utf8').matchAll(
        /import \{([^}]*)\} from '@mantine\/core'/g,
      ),
    ])
    .flatMap(([, names = '']) => names.split(',').map((name) => name.trim()))
    .filter((name) => existsSync(fileOf(name))),
);

function fileOf(component: string): string {
  return `${components}${component}/${component}.mjs`;
}

/** The classes and animations of a module and of all that it imports, as the library's files name them. */
function classesOf(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const source = readFileSync(file, 'utf8');
  if (file.endsWith('.module.mjs')) return source.match(/\bm_[0-9a-f]+\b/g) ?? [];
  return [...source.matchAll(/from "(\.[^"]+\.mjs)"/g)].flatMap(([, path = '']) =>
    classesOf(join(dirname(file), path), seen),
  );
}

describe('the styles of components', () => {
  it.each([...used])('are there for all that it is made of: %s', (component) => {
    const missing = classesOf(fileOf(component)).filter((name) => !css.includes(name));
    expect(missing).toEqual([]);
  });

  it('would not pass with a component whose styles are left out', () => {
    const unused = classesOf(fileOf('Timeline'));
    expect(unused.some((name) => !css.includes(name))).toBe(true);
    expect(used).toContain('Table');
  });
});
