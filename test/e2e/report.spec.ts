import { readFile } from 'node:fs/promises';
import { expect, test } from './support/app.ts';
import { startDemo } from './support/pages.ts';
import { violations } from './support/violations.ts';

test('a report of today is made, sorted, kept as HTML and CSV, and alone on paper', async ({
  app: { page },
}) => {
  await startDemo(page);
  await page.keyboard.press('g');
  await page.keyboard.press('i');
  await expect(page.getByRole('heading', { level: 1, name: 'Report' })).toBeVisible();
  await expect(page.getByText('No report yet')).toBeVisible();
  await expect.poll(() => violations(page)).toEqual([]);

  await page.getByRole('button', { name: 'Make the report' }).click();
  const report = page.getByRole('article', { name: 'Report' });
  await expect(report.getByRole('heading', { level: 2, name: 'The whole fleet' })).toBeVisible();
  const table = report.getByRole('table', { name: /^Proxies/ });
  await expect(table.getByRole('row')).toHaveCount(4);
  const names = table.getByRole('rowheader');
  const heading = table.getByRole('columnheader', { name: 'Proxy', exact: true });
  await heading.getByRole('button').click();
  await expect(heading).toHaveAttribute('aria-sort', 'ascending');
  const sorted = [/^Demo Buenos Aires/, /^Demo Lisboa/, /^Demo Madrid/];
  await expect(names).toHaveText(sorted);
  await heading.getByRole('button').click();
  await expect(heading).toHaveAttribute('aria-sort', 'descending');
  await expect(names).toHaveText(sorted.toReversed());
  await expect.poll(() => violations(page)).toEqual([]);

  const kept = async (button: string): Promise<{ name: string; text: string }> => {
    const download = page.waitForEvent('download');
    await report.getByRole('button', { name: button }).click();
    const file = await download;
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
  };
  const html = await kept('Save as HTML');
  expect(html.name).toMatch(/^report-\d{4}-\d\d-\d\d\.html$/);
  expect(html.text).toContain('<bdi>Demo Madrid</bdi>');
  const csv = await kept('Save as CSV');
  expect(csv.name).toMatch(/\.csv$/);
  expect(csv.text.trimEnd().split('\r\n')).toHaveLength(4);

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation').first()).toBeHidden();
  await expect(report.getByRole('button', { name: 'Print' })).toBeHidden();
  await expect(table).toBeVisible();
  await page.emulateMedia({ media: 'screen' });

  await page.getByLabel('Span').selectOption('Days');
  await page.getByRole('button', { name: 'Make the report' }).click();
  await expect(page.getByRole('alert')).toContainText('Choose the first and the last day');
  await page.getByLabel('Span').selectOption('Week');
  await page.getByLabel('Which').selectOption('The one before');
  await page.getByRole('button', { name: 'Make the report' }).click();
  await expect(table.getByRole('cell', { name: '–' }).first()).toBeVisible();

  // A search is taken as it stands when Enter is pressed, and not by half.
  await page.getByRole('combobox', { name: 'Proxies' }).selectOption('Search');
  const search = page.getByRole('textbox', { name: 'Search', exact: true });
  await search.fill('Madrid state:ready');
  await search.press('Enter');
  await expect(page.getByRole('alert')).toContainText('what a proxy does now');
  await search.fill('Madrid');
  await search.press('Enter');
  await expect(report.getByRole('heading', { level: 2 })).toHaveText('Search “Madrid”');
  await expect(names).toHaveCount(1);
  await expect(page.getByText('The report is ready.')).toHaveAttribute('role', 'status');
  await page.reload();
  await expect(page.getByLabel('Span')).toHaveValue('week');
});
