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
  [/\bMath\.random\(\)/, 'cannot be replayed: draw from test/support/seed.ts'],
] as const;

/** The same of the tests that drive a page, which is being drawn while they look at it. */
const forbiddenOnPages = [
  [
    /\bexpect(?:\.soft)?\(\(?await (?:\w+\(page\b|[^;]{0,160}\.(?:count|isVisible|isHidden|isChecked|isEnabled|isDisabled|inputValue|getAttribute|innerText|textContent|allTextContents|allInnerTexts|boundingBox|evaluate|evaluateAll)\()/,
    'looks at one moment of a page that is being drawn: an assertion of the locator, or expect.poll',
  ],
  [
    /\bexpect\((?:\w+\()?\w+\.url\(\)/,
    'looks at one moment of an address: toHaveURL, or expect.poll',
  ],
  [/\.waitForTimeout\(/, 'waits for a time: for what is to be there by then'],
  [/'networkidle'/, 'is so once, and not anew on each page: wait for what is to be there'],
  [
    /\.click\([^;]{0,80}\);\s*await \w+\.keyboard\.type\(/,
    'types before the field is known to have the focus: toBeFocused, or fill',
  ],
  [
    /name: ['`](?:Save|Add \S+ profiles)['`][^;]{0,40}\.click\(\);\s*await openByMenu\(/,
    'goes elsewhere while it is being saved: saveProfile and addPasted wait for where that leads',
  ],
] as const;

function faultsIn(text: string, onPages: boolean): readonly string[] {
  const patterns = onPages ? [...forbidden, ...forbiddenOnPages] : forbidden;
  return patterns.filter(([pattern]) => pattern.test(text)).map(([, why]) => why);
}

describe('tests', () => {
  const files = globSync('test/{build,e2e,electron,renderer,shared,support}/**/*.{ts,tsx}', {
    cwd: root,
  });

  it('wait for states, never for times', () => {
    expect(files.length).toBeGreaterThan(300);
    const endToEnd = join('test', 'e2e');
    const own = join('test', 'build', 'waits.test.ts');
    const faults = files
      .filter((file) => file !== own)
      .flatMap((file) =>
        faultsIn(readFileSync(join(root, file), 'utf8'), file.startsWith(endToEnd)).map(
          (why) => `${file} ${why}`,
        ),
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
      'expect.soft(await unreachable(page), path).toEqual([]);',
      'expect(await cards.count()).toBe(3);',
      "expect((await page.getByRole('heading').boundingBox())?.y).toBe(0);",
      'expect(await page.evaluate(() => window.scrollY)).toBe(0);',
      'expect(page.url()).toBe(at);',
      'expect(spanIn(page.url())).toBe(1);',
      'await page.waitForTimeout(3000);',
      "await page.waitForLoadState('networkidle');",
      "await button.click();\n  await page.keyboard.type('Madrid');",
      "await page.getByRole('button', { name: 'Save', exact: true }).click();\n  await openByMenu(page, 'Fleet');",
      "await page.getByRole('button', { name: `Add 3 profiles` }).click();\n  await openByMenu(page, 'Fleet');",
      'await pause(Math.random() * 80);',
    ];
    expect(bad.map((text) => faultsIn(text, true).length)).toEqual(bad.map(() => 1));
  });
});
