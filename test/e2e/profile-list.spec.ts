import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { addPasted, openByMenu } from './support/pages.ts';
import { violations } from './support/violations.ts';

/** Adds proxies that are never reached, and a folder in which nothing lies. */
async function addProxies(page: Page, names: readonly string[]): Promise<void> {
  await openByMenu(page, 'Profiles');
  await page.getByRole('link', { name: 'Paste a list' }).first().click();
  const lines = names.map((name, i) => `host-${i}.invalid ${name}`);
  await page.getByRole('textbox', { name: 'Your list' }).fill(lines.join('\n'));
  await page.getByRole('textbox', { name: 'User', exact: true }).fill('operator');
  await addPasted(page, names.length);
  await openByMenu(page, 'Profiles');
  await expect(page.locator('tr[data-profile]')).toHaveCount(names.length);
}

const rowOf = (page: Page, name: string) =>
  page.locator('tr[data-profile]').filter({ hasText: name });

test('three are found, chosen, moved to a folder and moved back by the keyboard alone', async ({
  app: { page },
}) => {
  await addProxies(page, ['Mail 1', 'Mail 2', 'Mail 3', 'Web 1']);
  await page.keyboard.press('/');
  await page.keyboard.type('-web user:oper');
  await expect(page.getByText('3 of 4 profiles')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('link', { name: 'Mail 1', exact: true })).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  const bar = page.getByRole('region', { name: 'Chosen proxies' });
  await expect(bar).toContainText('3 chosen');
  await expect.poll(() => violations(page)).toEqual([]);
  await page.keyboard.press('m');
  const dialog = page.getByRole('dialog', { name: 'Move 3 profiles to…' });
  await expect(dialog.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('Europe/Spain');
  await expect(dialog.getByRole('button', { name: /new folder/ })).toBeVisible();
  await expect.poll(() => violations(page)).toEqual([]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('3 profiles now lie in Europe/Spain')).toBeVisible();
  await expect(page.locator('tr[data-profile]').filter({ hasText: 'Europe/Spain' })).toHaveCount(3);

  const folders = page.getByRole('tree', { name: 'Folders' });
  await folders.getByRole('treeitem', { name: /^Spain/ }).focus();
  await page.keyboard.press('Home');
  await page.keyboard.type('eu');
  await expect(folders.getByRole('treeitem', { name: /^Europe/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/folder=Europe/);
  await page.goBack();
  await expect(page).not.toHaveURL(/folder=Europe/);

  const moved = page.locator('.mantine-Notification-root').filter({ hasText: 'now lie' });
  await moved.getByRole('button', { name: 'Undo' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('tr[data-profile]').filter({ hasText: 'Europe/Spain' })).toHaveCount(0);
  await expect(page.locator('tr[data-profile]')).toHaveCount(3);
});

test('what is chosen is dragged onto a folder, and a folder onto another', async ({
  app: { page },
}) => {
  await addProxies(page, ['Mail 1', 'Mail 2', 'Web 1']);
  const folders = page.getByRole('tree', { name: 'Folders' });
  await page.getByRole('link', { name: 'Folders', exact: true }).click();
  for (const name of ['Asia', 'Europe']) {
    await page.getByRole('link', { name: 'New folder' }).first().click();
    await page.getByRole('textbox', { name: 'Name' }).fill(name);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Folders' })).toBeVisible();
  }
  await openByMenu(page, 'Profiles');
  const europe = folders.getByRole('treeitem', { name: /^Europe/ });
  await page.getByRole('checkbox', { name: 'Select Mail 1' }).click();
  await page.getByRole('checkbox', { name: 'Select Mail 2' }).click();
  await rowOf(page, 'Mail 2').dragTo(europe);
  await expect(page.getByText('2 profiles now lie in Europe')).toBeVisible();
  await expect(europe).toContainText('2');
  await expect(rowOf(page, 'Mail 1')).toContainText('Europe');
  await expect(rowOf(page, 'Web 1')).not.toContainText('Europe');

  await europe.dragTo(folders.getByRole('treeitem', { name: /^Asia/ }));
  await expect(rowOf(page, 'Mail 1')).toContainText('Asia/Europe');
  await europe.dragTo(folders.getByRole('treeitem', { name: /^All profiles/ }));
  await expect(rowOf(page, 'Mail 1')).not.toContainText('Asia');
  await expect(rowOf(page, 'Mail 1')).toContainText('Europe');
});

test('one of production stays where it is until it is unlocked, and the dialog says so', async ({
  app: { page },
}) => {
  await addProxies(page, ['Mail 1', 'Mail 2']);
  await page.getByRole('link', { name: 'Folders', exact: true }).click();
  await page.getByRole('link', { name: 'New folder' }).first().click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Live');
  await page.getByRole('switch', { name: 'Environment' }).click();
  await page.getByRole('combobox', { name: 'Environment' }).selectOption('Production');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('row', { name: /Live/ })).toBeVisible();
  await openByMenu(page, 'Profiles');
  const moveTo = async (text: string): Promise<void> => {
    await page.getByRole('link', { name: 'Mail 1', exact: true }).focus();
    await page.keyboard.press('m');
    await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  };
  await page.getByRole('checkbox', { name: 'Select Mail 1' }).click();
  await moveTo('live');
  await expect(rowOf(page, 'Mail 1')).toContainText('Production');
  await page.getByRole('link', { name: 'Mail 1', exact: true }).focus();
  await page.keyboard.press('m');
  const dialog = page.getByRole('dialog', { name: 'Move Mail 1 to…' });
  await dialog.getByRole('treeitem', { name: /^The top/ }).click();
  const question = page.getByRole('dialog', { name: 'Confirm for Mail 1' });
  await expect(question.getByRole('button', { name: /^Unlock/ })).toBeVisible();
  await expect(rowOf(page, 'Mail 1')).toContainText('Live');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`favourites, the switcher and a folder of the filter are at hand, ${colorScheme}`, async ({
    app: { page },
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await addProxies(page, ['Mail 1', 'Mail 2', 'Web 1']);
    await page.getByRole('button', { name: 'Favourite: Web 1' }).click();
    await expect(page.getByRole('button', { name: 'Favourite: Web 1' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    const menu = page.getByRole('tree', { name: 'Proxies' });
    await expect(menu.getByRole('treeitem', { name: /^Favourites/ })).toBeVisible();
    await expect(menu.getByRole('treeitem', { name: 'Web 1' })).toHaveCount(2);
    await expect.poll(() => violations(page)).toEqual([]);

    await page.keyboard.press('Control+p');
    const field = page.getByRole('dialog', { name: 'Go to a proxy' }).getByRole('combobox');
    await expect(field).toBeFocused();
    await expect.poll(() => violations(page)).toEqual([]);
    await page.keyboard.type('mail 2');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Mail 2' })).toBeVisible();
    await expect(menu.getByRole('treeitem', { name: /^Opened last/ })).toBeVisible();

    await openByMenu(page, 'Fleet');
    await page.getByRole('button', { name: 'Choose a folder' }).click();
    await page.getByRole('treeitem', { name: /^All folders/ }).waitFor();
    await expect.poll(() => violations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: /^Filter/ })).toHaveValue('');
  });
}
