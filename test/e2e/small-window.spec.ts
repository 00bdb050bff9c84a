import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { unreachable, walkByTab } from './support/focus-walk.ts';
import { cardOf, fillProfile, openDemo, startDemo, unfold } from './support/pages.ts';

/** A window of 1280 by 720 pixels at a zoom of 200 %. */
const small = { width: 640, height: 360 } as const;

async function expectAllSeen(page: Page, view: string, least: number): Promise<void> {
  await test.step(view, async () => {
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const walk = async (): Promise<readonly string[]> => {
      const { faults, stops } = await walkByTab(page);
      return stops > least ? faults : [...faults, `${stops} stops`];
    };
    await expect.poll(walk, view).toEqual([]);
  });
}

async function goTo(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href);
}

test('in a small window the focus is always seen, on every page', async ({ app: { page } }) => {
  await page.setViewportSize(small);
  await expectAllSeen(page, 'the first run', 2);
  await startDemo(page);
  await expectAllSeen(page, 'the board', 10);
  for (const [path, least] of [
    ['#/profiles', 10],
    ['#/profiles/new', 12],
    ['#/events', 4],
    ['#/settings', 3],
  ] as const) {
    await goTo(page, path);
    await expectAllSeen(page, path, least);
  }
  await goTo(page, '#/');
  await cardOf(page, 'Demo Buenos Aires').getByRole('link').first().click();
  await expect(page.getByTestId('transformation-in-force')).toContainText('none');
  await expectAllSeen(page, 'the page of a proxy', 12);
  await page.getByRole('link', { name: 'Edit profile' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Edit');
  await expectAllSeen(page, 'the editor of a profile', 12);
});

test('the menu of a small window has the focus while it is open, and none while it is closed', async ({
  app: { page },
}) => {
  await page.setViewportSize(small);
  await startDemo(page);
  const burger = page.getByRole('button', { name: 'Open the menu' });
  await burger.click();
  await expectAllSeen(page, 'the open menu', 8);
  await page.getByRole('treeitem', { name: 'Demo Lisboa' }).focus();
  await page.keyboard.press('Escape');
  await expect(burger).toBeFocused();
  await burger.click();
  await page.getByRole('link', { name: 'Events', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Events' })).toBeFocused();
  await expect(burger).toBeVisible();
});

test('with names of 60 characters every button, link and word is within its view', async ({
  app: { page },
}) => {
  const name = 'Servidor-de-correo-interno-de-la-sede-central-de-Buenos-Aire';
  expect(name).toHaveLength(60);
  await openDemo(page, 'Demo Lisboa');
  const changed = new URL(page.url()).hash;
  await page.getByLabel('New transformation').fill('tr aeiou 43106');
  await page.getByRole('button', { name: 'Set the transformation' }).click();
  await expect(page.getByTestId('transformation-in-force')).toContainText('aeiou');
  await goTo(page, '#/profiles/new');
  const nowhere = { host: `${name}.example`, port: 9090, udpPort: 1, user: name };
  await fillProfile(page, name, nowhere, 'secret');
  await page
    .getByRole('combobox', { name: /^Folder/ })
    .or(page.getByRole('textbox', { name: /^Folder/ }))
    .first()
    .fill(name);
  await page.keyboard.press('Escape');
  await unfold(page, 'Class, polling and intent');
  await page.locator('#content').getByText('Production', { exact: true }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  const proxy = new URL(page.url()).hash;
  const editor = proxy.replace('proxies', 'profiles');
  // What is told stays for as long as the pointer rests on it, and it comes up where Save was pressed.
  await page.mouse.move(640, 4);
  await expect(page.locator('.mantine-Notification-root')).toHaveCount(0);
  for (const size of [small, { width: 900, height: 700 }, { width: 1280, height: 800 }]) {
    await page.setViewportSize(size);
    for (const path of ['#/', proxy, changed, '#/profiles', editor, '#/events']) {
      await goTo(page, path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.locator('#content a, #content button').first()).toBeVisible();
      await expect.poll(() => unreachable(page), `${path} at ${size.width}`).toEqual([]);
    }
  }
});

test('no page is wider than its window', async ({ app: { page } }) => {
  await openDemo(page, 'Demo Madrid');
  const proxy = new URL(page.url()).hash;
  for (const width of [900, 390]) {
    await page.setViewportSize({ width, height: 800 });
    for (const path of [
      ...['#/', '#/compare', '#/profiles', '#/profiles/new', '#/profiles/paste', '#/folders/new'],
      ...['#/plans', '#/plans/new', '#/drift', '#/alerts', '#/audit', '#/events', '#/settings'],
      ...[proxy, proxy.replace('proxies', 'profiles')],
    ]) {
      await goTo(page, path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.locator('#content a, #content button').first()).toBeVisible();
      const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
      await expect.poll(wide, `${path} at ${width}`).toBeLessThanOrEqual(width);
    }
  }
});

test('no choice is cut in a narrow window, in either language', async ({ app: { page } }) => {
  await startDemo(page);
  await page.setViewportSize({ width: 390, height: 844 });
  const cut = () =>
    page
      .locator('.mantine-SegmentedControl-root')
      .evaluateAll((all) =>
        all.filter((each) => each.scrollWidth > each.clientWidth).map((each) => each.textContent),
      );
  for (const [language, view] of [
    ['English', 'View'],
    ['Español', 'Vista'],
  ] as const) {
    await goTo(page, '#/settings');
    await page.getByText(language, { exact: true }).first().click();
    await goTo(page, '#/');
    await page.getByRole('button', { name: view, exact: true }).click();
    await expect(page.locator('.mantine-SegmentedControl-root').last()).toBeVisible();
    await expect.poll(cut).toEqual([]);
    await page.keyboard.press('Escape');
  }
});
