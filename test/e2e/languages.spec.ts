import { expect, test } from './support/app.ts';

test('speaks Spanish at once when asked to, and remembers it', async ({ app: { page } }) => {
  await page.goto(new URL('#/settings', page.url()).href);
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await page.getByText('Español', { exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Ajustes' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Ajustes' })).toBeVisible();
});
