import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { cardOf, startDemo } from './support/pages.ts';

const at = (page: Page, hash: string) => page.goto(new URL(hash, page.url()).href);
const chosen = (page: Page) => page.getByRole('region', { name: 'Chosen proxies' });

test('the table sorts by its headings, numbers from the largest, and has the columns that were chosen', async ({
  app: { page },
}) => {
  await startDemo(page);
  await at(page, '#/?picture=table');
  const table = page.getByRole('table', { name: 'Proxies' });
  await expect(table.getByRole('row')).toHaveCount(4);
  const heading = (name: string) => table.getByRole('columnheader', { name, exact: true });
  await heading('Throughput').getByRole('button').click();
  await expect(heading('Throughput')).toHaveAttribute('aria-sort', 'descending');
  await heading('Name').getByRole('button').click();
  await expect(heading('Name')).toHaveAttribute('aria-sort', 'ascending');
  await expect(table.getByRole('rowheader').first()).toContainText('Demo Buenos Aires');

  await page.getByRole('button', { name: 'Choose the columns' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Round trip' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Restarts' }).click();
  await page.keyboard.press('Escape');
  await heading('Restarts').getByRole('button').focus();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(heading('Round trip')).toHaveCount(0);
  await page.reload();
  await expect(table.getByRole('columnheader').last()).toHaveText('Address');
  await expect(table.getByRole('columnheader').nth(-2)).toHaveText('Restarts');
});

test('the sparklines of all cards are of one height, whatever stands beneath them', async ({
  app: { page },
}) => {
  await startDemo(page);
  const lisboa = cardOf(page, 'Demo Lisboa');
  await lisboa.getByRole('button', { name: /^Commands/ }).click();
  await page.getByRole('menuitem', { name: 'Disconnect' }).click();
  await expect(lisboa.getByRole('button', { name: 'Connect', exact: true })).toBeVisible();
  const heights = () =>
    page.evaluate(() =>
      Array.from(document.querySelectorAll('article canvas'), (canvas) => canvas.clientHeight),
    );
  await expect(async () => {
    const [first = 0, ...others] = await heights();
    expect(first).toBeGreaterThan(20);
    expect(others).toEqual([first, first]);
  }).toPass({ timeout: 60_000 });
});

test('keys go about a map, say what has the focus, and choose', async ({ app: { page } }) => {
  await startDemo(page);
  await at(page, '#/?picture=map');
  const cells = page.getByRole('list', { name: 'Proxies' }).getByRole('link');
  await cells.first().focus();
  const tip = page.getByRole('tooltip');
  await expect(tip).toContainText('Demo Buenos Aires');
  await expect(tip).toContainText('Throughput');
  await expect(cells.first()).toHaveAccessibleDescription(/Demo Buenos Aires/);
  await page.keyboard.press('ArrowRight');
  await expect(tip).toContainText('Demo Lisboa');
  await page.keyboard.press('End');
  await expect(tip).toContainText('Demo Madrid');
  await page.keyboard.press('Space');
  await expect(chosen(page)).toContainText('1 chosen');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(chosen(page)).toContainText('2 chosen');
  await page.keyboard.press('Control+a');
  await expect(chosen(page)).toContainText('3 chosen');
  await page.keyboard.press('Escape');
  await expect(chosen(page)).toHaveCount(0);
});

test('the same are chosen in another picture', async ({ app: { page } }) => {
  await startDemo(page);
  const lisboa = cardOf(page, 'Demo Lisboa').getByRole('checkbox');
  await lisboa.click();
  await expect(lisboa).toBeChecked();
  await cardOf(page, 'Demo Madrid')
    .getByRole('link')
    .first()
    .click({ modifiers: ['Control'] });
  await expect(chosen(page)).toContainText('2 chosen');
  await page.getByRole('radio', { name: 'Compact' }).press('Space');
  await expect(cardOf(page, 'Demo Lisboa').getByRole('checkbox')).toBeChecked();
  await expect(cardOf(page, 'Demo Buenos Aires').getByRole('checkbox')).not.toBeChecked();
});

test('a screen on the wall shows the fleet alone, and Escape leads back', async ({
  app: { page },
}) => {
  await startDemo(page);
  await page.getByRole('link', { name: 'Show on a wall screen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Fleet on the wall' })).toBeAttached();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.getByText('3 of 3 ready')).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(3);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { level: 1, name: 'Fleet', exact: true })).toBeVisible();
  await expect(page.getByRole('navigation').first()).toBeVisible();
});
