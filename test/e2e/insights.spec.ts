import { expect, test } from './support/app.ts';
import { openDemo } from './support/pages.ts';
import { violations } from './support/violations.ts';

test('a proxy has insights with their formulas, or why there are none, and what it moved; the board has columns of them', async ({
  app: { page },
}) => {
  await openDemo(page, 'Demo Madrid');
  const insights = page.getByRole('table', { name: /^Insights, last/ });
  const row = (name: string) => insights.getByRole('row').filter({ hasText: name });
  await expect(row('Bytes per access')).toContainText(/\d\s(B|KiB|MiB)/);
  await expect(row('Moved in all')).toContainText(/\d\s(B|KiB|MiB)/);
  await expect(row('Runs at least')).toContainText('first read');
  await expect(row('Share of the fleet, now')).toContainText(/\d\s?%/);
  // The first connections come and go before their count is believed.
  await expect(row('Mean duration')).toContainText(/accesses|\d\s(s|ms)/);

  const help = page.getByRole('button', { name: 'Explain: Mean duration (estimate)' });
  await help.focus();
  await page.keyboard.press('Enter');
  const explained = page.getByRole('dialog', { name: 'Explain: Mean duration (estimate)' });
  await expect(explained).toContainText('Little’s law');
  await expect.poll(() => violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(explained).toBeHidden();
  await expect(help).toBeFocused();

  await page.goto(new URL('#/?picture=table', page.url()).href);
  const table = page.getByRole('table', { name: 'Proxies' });
  await page.getByRole('button', { name: 'Choose the columns' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Per access' }).click();
  await page.keyboard.press('Escape');
  const heading = table.getByRole('columnheader', { name: 'Per access', exact: true });
  await heading.getByRole('button').click();
  await expect(heading).toHaveAttribute('aria-sort', 'descending');
  await expect(table.locator('td[data-column="bytesPerAccess"]').first()).toHaveText(
    /\d\s(B|KiB|MiB)/,
  );
});
