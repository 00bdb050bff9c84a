import { expect, test } from './support/app.ts';
import { cardOf, startDemo } from './support/pages.ts';
import { violations } from './support/violations.ts';

const pictures = ['#/?picture=compact', '#/?picture=table', '#/?picture=map', '#/?picture=cards'];
const paths = [
  '#/',
  ...pictures,
  '#/wall',
  '#/compare',
  '#/profiles',
  '#/profiles/new',
  '#/profiles/paste',
  '#/folders',
  '#/folders/new',
  '#/plans',
  '#/plans/new',
  '#/drift',
  '#/alerts',
  '#/audit',
  '#/events',
  '#/report',
  '#/settings',
];

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every page is accessible in ${colorScheme} colours`, async ({ app: { page } }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect.poll(() => violations(page)).toEqual([]);
    await startDemo(page);
    for (const path of paths) {
      await page.goto(new URL(path, page.url()).href);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect.poll(() => violations(page), path).toEqual([]);
    }
    await page.goto(new URL('#/', page.url()).href);
    await cardOf(page, 'Demo Madrid').getByRole('link').first().click();
    await expect(page.getByTestId('transformation-in-force')).toContainText('none');
    await expect.poll(() => violations(page), 'the page of a proxy').toEqual([]);
  });
}

test('the keyboard alone leads to a page and back', async ({ app: { page } }) => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const palette = page.getByRole('dialog').getByRole('combobox');
  await page.keyboard.press('Control+k');
  await expect(palette).toBeFocused();
  await page.keyboard.type('Settings');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+k');
  await expect(palette).toBeFocused();
  await page.keyboard.type('Fleet');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Settings');
});

test('the page asks for nothing but what its own server has', async ({ app: { page } }) => {
  const foreign: string[] = [];
  const own = new URL(page.url()).origin;
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== own) foreign.push(request.url());
  });
  await startDemo(page);
  for (const path of paths) await page.goto(new URL(path, page.url()).href);
  expect(foreign).toEqual([]);
});
