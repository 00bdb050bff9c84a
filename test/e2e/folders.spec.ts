import { expect, test } from './support/app.ts';
import { fillProfile, openByMenu, saveProfile, unfold } from './support/pages.ts';
import { startProxy } from './support/reference-proxy.ts';
import { violations } from './support/violations.ts';

test('what a folder says holds for its profiles, until one says otherwise, and again when it inherits', async ({
  app: { page },
}) => {
  const proxy = await startProxy();
  try {
    await openByMenu(page, 'Profiles');
    await page.getByRole('link', { name: 'Folders' }).click();
    await page.getByRole('link', { name: 'New folder' }).first().click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Europe');
    await page.getByRole('switch', { name: 'Interval in seconds' }).click();
    await page.getByRole('textbox', { name: 'Interval in seconds' }).fill('0.1');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => violations(page)).toEqual([]);
    await expect(page.getByText('A number from 0.5 to 3600.')).toBeVisible();
    await page.getByRole('textbox', { name: 'Interval in seconds' }).fill('7');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('row', { name: /Europe/ })).toContainText('7');

    await openByMenu(page, 'Profiles');
    await page.getByRole('link', { name: 'Add a proxy' }).first().click();
    await fillProfile(page, 'Madrid', proxy, proxy.password);
    const interval = page.getByRole('textbox', { name: /^Interval in seconds/ });
    await unfold(page, 'Class, polling and intent');
    await expect(interval).toHaveValue('1');
    await page.getByRole('combobox', { name: /^Folder/ }).fill('Europe');
    await expect(interval).toHaveValue('7');
    await expect(page.getByText('Said by the folder “Europe”.')).toBeVisible();
    await interval.fill('3');
    await expect(page.getByText('Set here. The folder “Europe” says 7.')).toBeVisible();
    await page.getByRole('button', { name: /^Inherit Interval/ }).click();
    await expect(interval).toHaveValue('7');
    await saveProfile(page, 'Madrid');

    await openByMenu(page, 'Profiles');
    await page.getByRole('link', { name: 'Folders' }).click();
    await page.getByRole('link', { name: 'Edit the folder Europe' }).click();
    await page.getByRole('textbox', { name: 'Interval in seconds' }).fill('9');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('row', { name: /Europe/ })).toContainText('9');
    await openByMenu(page, 'Profiles');
    await page.getByRole('link', { name: 'Edit Madrid' }).click();
    await expect(interval).toHaveValue('9');
    await expect(page.getByRole('combobox', { name: /^Folder/ })).toHaveValue('Europe');
  } finally {
    await proxy.stop();
  }
});
