import { expect, test } from './support/app.ts';

test('for how long the history is kept is chosen in the settings, and remembered', async ({
  app: { page },
}) => {
  await page.goto(new URL('#/settings', page.url()).href);
  const panel = page.getByRole('region', { name: 'History' });
  await expect(panel.getByText(/takes .* of the disk/)).toBeVisible();
  const minutes = panel.getByLabel('Minutes: kept for');
  await expect(minutes).toHaveValue('14');
  // Nothing is older yet: there is nothing to ask.
  await minutes.selectOption('7 days');
  await panel.getByLabel('Hours: kept for').selectOption('5 years');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.reload();
  await expect(minutes).toHaveValue('7');
  await expect(panel.getByLabel('Hours: kept for')).toHaveValue('5');
});
