import { expect, test } from './support/app.ts';
import { addPasted, openByMenu } from './support/pages.ts';
import { violations } from './support/violations.ts';

test('many profiles are edited in one step, and taken back in one', async ({ app: { page } }) => {
  await openByMenu(page, 'Profiles');
  await page.getByRole('link', { name: 'Paste a list' }).first().click();
  await page.getByRole('textbox', { name: 'Your list' }).fill('a.invalid\nb.invalid\nc.invalid');
  await page.getByRole('textbox', { name: 'User', exact: true }).fill('operator');
  await addPasted(page, 3);
  await openByMenu(page, 'Fleet');
  await page.locator('[data-card-link]').first().focus();
  await page.keyboard.press('Control+a');
  await page.getByRole('button', { name: 'Edit…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit 3 profiles' });
  const save = dialog.getByRole('button', { name: 'Change 3 profiles' });
  await expect(save).toBeDisabled();
  await expect.poll(() => violations(page)).toEqual([]);
  await dialog.getByRole('combobox', { name: 'Folder' }).fill('Europe/Spain');
  await dialog.getByRole('combobox', { name: 'Interval in seconds' }).selectOption('Set for all');
  await dialog.getByRole('textbox', { name: 'Interval in seconds' }).fill('0');
  await expect(dialog.getByText('A number from 0.5 to 3600.')).toBeVisible();
  await expect(save).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'Interval in seconds' }).fill('30');
  await save.click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('3 profiles changed')).toBeVisible();
  // What is told stays for as long as the pointer rests on it: the way back is in it.
  await page.getByText('3 profiles changed').hover();
  await expect(page.getByText('passwords of before')).toHaveCount(0);

  await page.goto(new URL('#/profiles', page.url()).href);
  const rows = page.getByRole('row').filter({ hasText: '.invalid' });
  await expect(rows.filter({ hasText: 'Europe/Spain' })).toHaveCount(3);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(rows.filter({ hasText: 'Europe/Spain' })).toHaveCount(0);
  await expect(rows).toHaveCount(3);
  await expect(page.getByText('Taken back')).toBeVisible();
});
