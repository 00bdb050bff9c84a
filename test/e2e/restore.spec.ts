import { expect, test } from './support/app.ts';
import { addPasted, openByMenu } from './support/pages.ts';
import { violations } from './support/violations.ts';

test('what was removed comes back from a copy, and goes again', async ({ app: { page } }) => {
  await openByMenu(page, 'Profiles');
  await page.getByRole('link', { name: 'Restore earlier…' }).first().click();
  await expect(page.getByText('There is nothing to bring back')).toBeVisible();
  await expect.poll(() => violations(page)).toEqual([]);

  await openByMenu(page, 'Profiles');
  await page.getByRole('link', { name: 'Paste a list' }).first().click();
  await page.getByRole('textbox', { name: 'Your list' }).fill('a.invalid\nb.invalid\nc.invalid');
  await page.getByRole('textbox', { name: 'User', exact: true }).fill('operator');
  await addPasted(page, 3);
  await openByMenu(page, 'Profiles');
  for (const name of ['a', 'b']) {
    await page.getByRole('button', { name: `Remove ${name}.invalid` }).click();
    await expect(page.getByRole('button', { name: `Remove ${name}.invalid` })).toHaveCount(0);
  }

  await page.getByRole('link', { name: 'Restore earlier…' }).first().click();
  await page
    .getByRole('radio', { name: /^Copy of/ })
    .last()
    .check();
  await expect(page.getByRole('radio', { name: /brings 2 back/ })).toBeChecked();
  await expect.poll(() => violations(page)).toEqual([]);
  const submit = page.getByRole('button', { name: /^Restore \d/ });
  await expect(submit).toHaveText('Restore 2 profiles');
  await page.getByRole('checkbox', { name: /^b\.invalid/ }).press('Space');
  await expect(submit).toHaveText('Restore 1 profile');
  await submit.press('Enter');
  await expect(page.getByText('1 profile was restored')).toBeVisible();
  await openByMenu(page, 'Profiles');
  await expect(page.getByRole('button', { name: /^Remove .*invalid/ })).toHaveCount(2);
  await page
    .getByRole('alert')
    .filter({ hasText: '1 profile was restored' })
    .getByRole('button', { name: 'Undo' })
    .click();
  await expect(page.getByRole('button', { name: /^Remove .*invalid/ })).toHaveCount(1);
});
