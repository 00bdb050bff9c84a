import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What makes a test depend on how fast the machine is, and what to write in its place. */
const forbidden = [
  [/\bvi\.(?:waitFor|waitUntil)\(/, 'gives up after a second: expect.poll waits for a state'],
  [/\.poll\([^;]{0,200}\btimeout: /, 'has a limit of its own: that of build/vitest.config.ts'],
  [
    /\bsetDefaultTimeout\(|\{ timeout: [1-5]?[0-9]_000 \}/,
    'has a short limit: that of the configuration',
  ],
  [/expect\(performance\.now\(\) - \w+\)\.toBeLess/, 'asserts a duration: compare an order'],
  [/expect\(await violations\(/, 'looks at one moment of a page that is being drawn: expect.poll'],
  [/\bMath\.random\(\)/, 'cannot be replayed: draw from test/support/seed.ts'],
] as const;

function faultsIn(text: string): readonly string[] {
  return forbidden.filter(([pattern]) => pattern.test(text)).map(([, why]) => why);
}

describe('tests', () => {
  const files = globSync('test/{build,e2e,electron,renderer,shared,support}/**/*.{ts,tsx}', {
    cwd: root,
  });

  it('wait for states, never for times', () => {
    expect(files.length).toBeGreaterThan(300);
    const own = join('test', 'build', 'waits.test.ts');
    const faults = files
      .filter((file) => file !== own)
      .flatMap((file) =>
        faultsIn(readFileSync(join(root, file), 'utf8')).map((why) => `${file} ${why}`),
      );
    expect(faults).toEqual([]);
  });

  it('that do not are found', () => {
    const bad = [
      'await vi.waitFor(() => expect(x).toBe(1));',
      'await expect.poll(() => x, { timeout: 5000 }).toBe(1);',
      'await expect(card).toBeVisible({ timeout: 15_000 });',
      'expect(performance.now() - begun).toBeLessThan(4000);',
      'expect(await violations(page)).toEqual([]);',
      'await pause(Math.random() * 80);',
    ];
    expect(bad.map((text) => faultsIn(text).length)).toEqual(bad.map(() => 1));
  });
});
