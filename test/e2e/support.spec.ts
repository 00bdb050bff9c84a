import { expect, test } from './support/app.ts';
import { fillProfile, openByMenu, saveProfile } from './support/pages.ts';

test('diagnostics are read before they are copied, and name nobody unless that is wanted', async ({
  app: { page },
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(new URL('#/profiles/new', page.url()).href);
  const place = { host: 'proxy.lisbon.example', port: 9090, udpPort: 9899, user: 'operator7' };
  await fillProfile(page, 'Mail Lisbon', place, 'secret-word');
  await saveProfile(page, 'Mail Lisbon');
  await openByMenu(page, 'Settings');

  await page.getByRole('button', { name: 'Show diagnostics' }).click();
  const preview = page.getByRole('region', { name: 'Diagnostics, in English' });
  await expect(preview).toContainText('profiles by udp: 1');
  await expect(preview).not.toContainText('lisbon.example');

  await page.getByRole('switch', { name: 'With names' }).click();
  // The data directory's path stands there in place of its sign.
  await expect(preview).not.toContainText('[data directory]');
  await page.getByRole('button', { name: 'Copy diagnostics' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await preview.innerText());
  expect(copied).not.toContain('secret-word');
});

test('the licences of what is shipped can be read', async ({ app: { page } }) => {
  await page.goto(new URL('#/settings', page.url()).href);
  await page.getByRole('button', { name: 'Licences of what is shipped' }).click();
  const dialog = page.getByRole('dialog', { name: 'Licences of what is shipped' });
  await dialog.getByText(/^react-dom /).click();
  await expect(dialog.locator('details[open]')).toContainText('Permission is hereby granted');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
