import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { addPasted, cardOf, openByMenu, passwordField, saveProfile } from './support/pages.ts';
import { startProxy } from './support/reference-proxy.ts';
import { violations } from './support/violations.ts';

async function newFolder(page: Page, name: string, user: string, password: string): Promise<void> {
  await openByMenu(page, 'Profiles');
  await page.getByRole('link', { name: 'Folders' }).click();
  await page.getByRole('link', { name: 'New folder' }).first().click();
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('switch', { name: 'User' }).click();
  await page.getByRole('textbox', { name: 'User' }).fill(user);
  await folderPassword(page).fill(password);
}

const folderPassword = (page: Page) =>
  page.locator('input').and(page.getByLabel('Password of the folder'));

/** Saves the folder's form, and waits for the list of folders: before that, to go elsewhere is asked about. */
async function saveFolder(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Folders', exact: true })).toBeVisible();
}

async function paste(page: Page, list: string, count: number): Promise<void> {
  await openByMenu(page, 'Profiles');
  await page.getByRole('link', { name: 'Paste a list' }).first().click();
  await page.getByRole('textbox', { name: 'Your list' }).fill(list);
  await addPasted(page, count);
}

async function editFolder(page: Page, name: string): Promise<void> {
  await openByMenu(page, 'Profiles');
  await page.getByRole('link', { name: 'Folders' }).click();
  await page.getByRole('link', { name: `Edit the folder ${name}` }).click();
}

test('thirty proxies have user, SSH destination and password from their folder, and none asks for one', async ({
  app: { page },
}) => {
  await newFolder(page, 'Datacentre', 'operator', 'correct horse');
  await page.getByRole('switch', { name: 'Transport' }).click();
  await page.getByRole('combobox', { name: 'Transport' }).selectOption('ssh');
  await page.getByRole('switch', { name: 'SSH destination' }).click();
  await page.getByRole('textbox', { name: 'SSH destination' }).fill('nobody@localhost:1');
  await expect.poll(() => violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('row', { name: /Datacentre/ })).toContainText('with a password');
  const rows = Array.from({ length: 30 }, (_, n) => `p${n},10.0.0.${n + 1},Datacentre`);
  await paste(page, ['name,host,folder', ...rows].join('\n'), 30);
  await openByMenu(page, 'Fleet');
  await expect(cardOf(page, 'p29')).toBeVisible();
  await expect(page.getByText('wait for a password.')).toHaveCount(0);

  await editFolder(page, 'Datacentre');
  await expect(page.getByText('30 profiles have this password from here.')).toBeVisible();
  await page.getByRole('textbox', { name: 'SSH destination' }).fill('nobody@localhost:2');
  const newly = page.getByRole('region', { name: 'Profiles that would newly get it' });
  await expect(newly.getByRole('listitem')).toHaveCount(30);
  await expect(newly).toContainText('p29 10.0.0.30');
  await expect.poll(() => violations(page)).toEqual([]);
  await page.getByRole('checkbox', { name: 'Give it to all of these too' }).check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Show 30 profiles in Datacentre' })).toBeVisible();
  await openByMenu(page, 'Fleet');
  await expect(page.getByText('wait for a password.')).toHaveCount(0);
});

test('a folder’s password logs its proxies in, gives way to one of their own, and is inherited again', async ({
  app: { page },
}) => {
  const password = 'correct horse';
  const proxies = await Promise.all([1, 2].map(() => startProxy(0, password)));
  try {
    await newFolder(page, 'Europe', proxies[0]?.user ?? '', 'wrong');
    await saveFolder(page);
    const rows = proxies.map(({ host, udpPort }, n) => `p${n},${host},udp,${udpPort},Europe`);
    await paste(page, ['name,host,transport,udp port,folder', ...rows].join('\n'), 2);
    await openByMenu(page, 'Fleet');
    await expect(cardOf(page, 'p0')).toHaveAttribute('data-state', 'needs-attention');
    await editFolder(page, 'Europe');
    await folderPassword(page).fill(password);
    await saveFolder(page);
    await openByMenu(page, 'Fleet');
    for (const name of ['p0', 'p1']) {
      await expect(cardOf(page, name)).toHaveAttribute('data-state', 'ready');
    }
    await openByMenu(page, 'Profiles');
    await page.getByRole('link', { name: 'Edit p0' }).click();
    await expect(page.getByText('The password of the folder “Europe”.')).toBeVisible();
    await expect.poll(() => violations(page)).toEqual([]);
    await passwordField(page).fill('wrong');
    await expect(page.getByText('A password of its own.')).toBeVisible();
    await saveProfile(page, 'p0');
    await openByMenu(page, 'Profiles');
    await page.getByRole('link', { name: 'Edit p0' }).click();
    await page.getByRole('button', { name: /^Inherit Password/ }).click();
    await saveProfile(page, 'p0');
    await openByMenu(page, 'Profiles');
    await page.getByRole('link', { name: 'Edit p0' }).click();
    await expect(page.getByText('The password of the folder “Europe”.')).toBeVisible();

    await openByMenu(page, 'Profiles');
    await page.getByRole('link', { name: 'Folders' }).click();
    await page.getByRole('button', { name: 'Remove the folder Europe' }).click();
    await expect(page.getByRole('row', { name: /Europe/ })).toHaveCount(0);
    const removed = page
      .getByRole('alert')
      .filter({ hasText: 'What lay in it lies in the folder' });
    await removed.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('row', { name: /Europe/ })).toContainText('with a password');
  } finally {
    await Promise.all(proxies.map((proxy) => proxy.stop()));
  }
});
