import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, firstLine, interrupt, startProgram, test } from './support/app.ts';
import { addPasted, openByMenu } from './support/pages.ts';
import { violations } from './support/violations.ts';

/** Adds profiles of hosts that are none, so that nothing else happens. */
async function addProfiles(page: Page, hosts: readonly string[]): Promise<void> {
  await openByMenu(page, 'Profiles');
  await page.getByRole('link', { name: 'Paste a list' }).first().click();
  await page.getByRole('textbox', { name: 'Your list' }).fill(hosts.join('\n'));
  await page.getByRole('textbox', { name: 'User', exact: true }).fill('operator');
  await addPasted(page, hosts.length);
  await openByMenu(page, 'Events');
}

const rowsOf = (page: Page): Locator => page.getByRole('table').locator('tbody').getByRole('row');

test('the events are searched, narrowed to a span and a kind, by keyboard too, counted, and exported as they are filtered', async ({
  app: { page },
}) => {
  await addProfiles(page, ['uno.invalid', 'dos.invalid', 'tres.invalid']);
  const added = rowsOf(page).filter({ hasText: 'Profile added' });
  await expect(added).toHaveCount(3);
  await expect.poll(() => violations(page)).toEqual([]);

  await page.getByRole('searchbox', { name: 'Search' }).fill('DOS profile-added');
  await expect(rowsOf(page)).toHaveCount(1);
  await expect(rowsOf(page)).toContainText('dos.invalid');
  await expect(page.getByRole('status').filter({ hasText: 'One event' })).toBeVisible();
  await expect(page).toHaveURL(/text=DOS/);

  await page.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'CSV' }).click(),
  ]);
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain('profile-added,dos.invalid');

  await page.getByRole('button', { name: 'Clear the filters' }).first().click();
  await expect(added).toHaveCount(3);
  await page.getByRole('combobox', { name: 'Kind' }).click();
  await page.getByRole('option', { name: 'Profile edited' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByText('No event fits the filters')).toBeVisible();
  await page.getByRole('button', { name: 'Clear the filters' }).first().click();

  await page.getByRole('combobox', { name: 'When' }).click();
  await page.getByRole('option', { name: 'Between two moments' }).click();
  await page.getByLabel('To', { exact: true }).fill('2020-01-01T00:00');
  await page.keyboard.press('Enter');
  await expect(page.getByText('No event fits the filters')).toBeVisible();
  await expect(page).toHaveURL(/to=\d+/);
  await page.getByRole('combobox', { name: 'When' }).click();
  await page.getByRole('option', { name: 'The last hour' }).click();
  await expect(added).toHaveCount(3);
  await expect(page).toHaveURL(/span=1h/);
  await expect.poll(() => violations(page)).toEqual([]);
});

test('the events are there after the app was started again, and are filtered as the address says', async ({
  app: { page, program, dataDirectory },
}, { project }) => {
  test.skip(project.name === 'desktop', 'its window ends with it');
  await addProfiles(page, ['uno.invalid', 'dos.invalid']);
  await expect(rowsOf(page).filter({ hasText: 'Profile added' })).toHaveCount(2);
  await interrupt(program);
  const again = startProgram('electron/serve.ts', [
    ...['--port', '0', '--no-open', '--data-dir', dataDirectory],
  ]);
  try {
    await page.goto(await firstLine(again));
    await page.waitForURL(({ search }) => search === '');
    await page.goto(new URL('#/events?kinds=profile-added&text=uno', page.url()).href);
    await expect(rowsOf(page)).toHaveCount(1);
    await expect(rowsOf(page)).toContainText('uno.invalid');
    await expect(page.getByRole('searchbox', { name: 'Search' })).toHaveValue('uno');
  } finally {
    await interrupt(again);
  }
});
