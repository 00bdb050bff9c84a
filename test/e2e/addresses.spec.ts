import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { cardOf, openByMenu, startDemo } from './support/pages.ts';

const filter = (page: Page) =>
  page.getByRole('textbox', { name: 'Filter by name, host or folder' });
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const cards = (page: Page) => page.getByRole('article');

/** Pastes an address into the window's address bar. */
async function paste(page: Page, hash: string): Promise<void> {
  await page.goto(new URL(hash, page.url()).href);
}

/** Chooses a state of the filter, which is so once the address says it. */
async function choose(page: Page, name: RegExp): Promise<void> {
  const state = page.getByRole('radio', { name });
  await state.click({ force: true });
  await expect(state).toBeChecked();
}

const hashOf = (page: Page) => new URL(page.url()).hash;

test('back and forward go over the changes of a filter, and typing is one step', async ({
  app: { page, faults },
}) => {
  await startDemo(page);
  await choose(page, /^Ready/);
  await expect.poll(() => hashOf(page)).toContain('state=ready');
  await choose(page, /^Off/);
  await expect(cards(page)).toHaveCount(0);
  await page.goBack();
  await expect(page.getByRole('radio', { name: /^Ready/ })).toBeChecked();
  await expect(cardOf(page, 'Demo Madrid')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('radio', { name: /^All/ })).toBeChecked();
  await expect(cards(page)).toHaveCount(3);
  await page.goForward();
  await expect(page.getByRole('radio', { name: /^Ready/ })).toBeChecked();

  await filter(page).click();
  await expect(filter(page)).toBeFocused();
  await page.keyboard.type('mad', { delay: 250 });
  await page.keyboard.type('rid');
  await expect(cards(page)).toHaveCount(1);
  await expect.poll(() => hashOf(page)).toContain('text=madrid');
  await cardOf(page, 'Demo Madrid').getByRole('link').first().click();
  await expect(heading(page)).toHaveText('Demo Madrid');
  await page.goBack();
  await expect(filter(page)).toHaveValue('madrid');
  await expect(cards(page)).toHaveCount(1);
  await page.goBack();
  await expect(filter(page)).toHaveValue('');
  expect(faults).toEqual([]);
});

test('a pasted link opens the view as it was, and what is wrong in it falls back', async ({
  app: { page, faults },
}) => {
  await startDemo(page);
  await paste(page, '#/?text=lisboa&state=nonsense&sort=state&direction=descending&more=1');
  await expect(cards(page)).toHaveCount(1);
  await expect(filter(page)).toHaveValue('lisboa');
  await expect(page.getByLabel('Sort by')).toHaveValue('state');
  await expect(page.getByRole('radio', { name: /^All/ })).toBeChecked();
  await paste(page, '#/events?kinds=profile-added,nonsense');
  await expect(heading(page)).toHaveText('Events');
  await expect(page.locator('tbody [data-kind]').first()).toBeVisible();
  await expect(page.locator('tbody [data-kind]:not([data-kind="profile-added"])')).toHaveCount(0);
  await openByMenu(page, 'Fleet');
  await cardOf(page, 'Demo Lisboa').getByRole('link').first().click();
  await expect(heading(page)).toHaveText('Demo Lisboa');
  await paste(page, `${hashOf(page)}?range=1h`);
  await expect(page.getByRole('radio', { name: '1 h' })).toBeChecked();
  expect(faults).toEqual([]);
});

test('an address that cannot be decoded is that of no page', async ({ app: { page, faults } }) => {
  await paste(page, '#/proxies/%');
  await expect(heading(page)).toHaveText('Page not found');
  await paste(page, '#/%e0%a4/x?text=%');
  await expect(heading(page)).toHaveText('Page not found');
  await page.reload();
  await expect(heading(page)).toHaveText('Page not found');
  await page.getByRole('link', { name: 'Go to the fleet' }).click();
  await expect(heading(page)).toHaveText('Welcome to SPCP Console');
  expect(faults).toEqual([]);
});

test('a second window shows what the address of the first says, and goes its own way', async ({
  app: { page },
}, info) => {
  test.skip(info.project.name === 'desktop', 'the desktop shell has one window');
  await startDemo(page);
  await page.keyboard.press('/');
  await page.keyboard.type('lisboa');
  await expect(cards(page)).toHaveCount(1);
  await expect.poll(() => hashOf(page)).toContain('text=lisboa');
  const other = await page.context().newPage();
  await other.goto(page.url());
  await expect(filter(other)).toHaveValue('lisboa');
  await expect(cards(other)).toHaveCount(1);
  await filter(other).fill('madrid');
  await expect(cardOf(other, 'Demo Madrid')).toBeVisible();
  await expect(filter(page)).toHaveValue('lisboa');
  await expect(cardOf(page, 'Demo Lisboa')).toBeVisible();
});
