import { expect, test } from './support/app.ts';
import { openByMenu } from './support/pages.ts';
import { violations } from './support/violations.ts';

/** Thirty proxies with one login, two of them written wrong. */
const lines = Array.from({ length: 30 }, (_, index) => {
  const host = `mail-${String(index + 1).padStart(2, '0')}.invalid`;
  if (index === 4) return `${host}..:9090 Fifth`;
  if (index === 20) return `${host}:99999`;
  return index % 3 === 0 ? `${host}:9091 Mail ${index + 1}` : host;
});
test('thirty proxies of a list are added at once, the wrong lines corrected in their place, and taken back', async ({
  app: { page },
}) => {
  let clicks = 0;
  const click = async (name: RegExp): Promise<void> => {
    clicks++;
    await page.getByRole('link', { name }).or(page.getByRole('button', { name })).first().click();
  };
  await openByMenu(page, 'Profiles');
  clicks++;
  await click(/^Paste a list$/);
  await page.getByRole('textbox', { name: 'Your list' }).fill(lines.join('\r\n'));
  await page.getByRole('combobox', { name: 'Folder' }).fill('Mail/Madrid');
  await page.getByRole('textbox', { name: 'User', exact: true }).fill('operator');
  await page.getByLabel('Password', { exact: true }).fill('correct horse');
  clicks += 4;
  await expect(page.getByText('28 to be added, 2 to be corrected')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add 28 profiles' })).toBeDisabled();

  const host = page.getByRole('textbox', { name: 'Host of line 5', exact: true });
  await expect(host).toHaveAttribute('aria-invalid', 'true');
  await host.fill('mail-05.invalid');
  await expect.poll(() => violations(page)).toEqual([]);
  await page.getByRole('textbox', { name: 'Host of line 21' }).fill('mail-21.invalid:9099');
  clicks += 2;
  await click(/^Add 30 profiles$/);
  expect(clicks).toBeLessThan(15);

  const list = page.getByRole('table');
  await expect(list.getByRole('link', { name: /^Edit / }).first()).toBeVisible();
  await expect(page.getByText('30 profiles added')).toBeVisible();
  await page.getByRole('textbox', { name: 'Search profiles' }).fill('mail-21');
  await expect(list).toContainText('mail-21.invalid:9099');
  await expect(list).toContainText('Mail/Madrid');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText(/No profiles yet|Add a proxy/).first()).toBeVisible();
  await expect(list).toHaveCount(0);
});
