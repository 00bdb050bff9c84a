import { expect, test } from './support/app.ts';
import { cardOf, fillProfile, openByMenu, unfold } from './support/pages.ts';
import { startProxy } from './support/reference-proxy.ts';
import { violations } from './support/violations.ts';

test('a class of one’s own is made, asks what its teeth ask before a proxy of it is changed, and goes with an heir', async ({
  app: { page, faults },
}) => {
  const proxy = await startProxy();
  try {
    await openByMenu(page, 'Settings');
    const classes = page.getByRole('region', { name: 'Environment classes' });
    await classes.getByRole('textbox', { name: 'A class of your own' }).fill('Customer');
    await classes.getByRole('button', { name: 'Add' }).click();
    const row = classes.getByRole('row').filter({ hasText: 'Customer' });
    await expect(row).toHaveCount(1);
    for (const tooth of await row.getByRole('checkbox').all()) {
      await tooth.click();
      await expect(tooth).toBeChecked();
    }
    await expect(row.getByRole('checkbox', { checked: true })).toHaveCount(3);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expect.poll(() => violations(page), colorScheme).toEqual([]);
    }

    await openByMenu(page, 'Profiles');
    await page.getByRole('link', { name: 'Add a proxy' }).first().click();
    await fillProfile(page, 'Madrid', proxy, proxy.password);
    await unfold(page, 'Class, polling and intent');
    await page.locator('#content').getByText('Customer', { exact: true }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByTestId('transformation-in-force')).toContainText('none');

    await expect(page.getByText('Customer: locked')).toBeVisible();
    await page.getByLabel('New transformation').fill('rev');
    const set = page.getByRole('button', { name: 'Set the transformation' });
    await expect(set).toBeDisabled();
    await page.getByRole('button', { name: 'Unlock for 10 minutes' }).click();
    await expect(page.getByRole('timer')).toHaveText(/\d+:\d\d left/);
    await set.click();
    const dialog = page.getByRole('dialog');
    const submit = dialog.getByRole('button', { name: 'Change it' });
    await dialog.getByRole('textbox').fill('Madri');
    await expect(submit).toBeDisabled();
    await dialog.getByRole('textbox').fill('Madrid');
    await submit.click();
    await expect(page.getByTestId('transformation-in-force')).toContainText('rev');

    await openByMenu(page, 'Settings');
    await expect(row.getByRole('link', { name: '1' })).toBeVisible();
    await row.getByRole('button', { name: 'Remove Customer' }).click();
    await dialog.getByRole('combobox').selectOption({ label: 'Staging' });
    await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
    // The class of a profile that is guarded changes only so.
    const deed = page.getByRole('dialog', { name: 'Confirm for Madrid' });
    await deed.getByRole('textbox').fill('Madrid');
    await deed.getByRole('button', { name: 'Do it' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(row).toHaveCount(0);
    await openByMenu(page, 'Fleet');
    await expect(cardOf(page, 'Madrid')).toContainText('Staging');
    expect(faults).toEqual([]);
  } finally {
    await proxy.stop();
  }
});

test('what is told of a name without a place to break is readable whole', async ({
  app: { page },
}) => {
  const name = 'customer-'.repeat(8).replaceAll('-', '_');
  await openByMenu(page, 'Settings');
  const classes = page.getByRole('region', { name: 'Environment classes' });
  await classes.getByRole('textbox', { name: 'A class of your own' }).fill(name);
  await classes.getByRole('button', { name: 'Add' }).click();
  const told = page.locator('.mantine-Notification-title');
  await expect(told).toHaveText(`${name} was added`);
  await expect
    .poll(() => told.evaluate((line) => line.scrollWidth - line.clientWidth))
    .toBeLessThan(1);
});
