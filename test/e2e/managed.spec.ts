import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './support/app.ts';
import { openByMenu, passwordField, saveProfile, unfold } from './support/pages.ts';
import { violations } from './support/violations.ts';

const europe = 'a0000000-0000-4000-8000-000000000001';

const managed = {
  format: 'spcp-console-managed',
  version: 1,
  organisation: 'Example Corp',
  folders: [{ id: europe, name: 'Europe', settings: { user: 'eva', autoConnect: false } }],
  profiles: [
    { name: 'Madrid', host: 'm.example', folderId: europe, notes: 'Rack 4' },
    { name: 'Paris', host: 'p.example', folderId: europe },
  ],
  preferences: { colorScheme: 'dark' },
  policy: { vaults: ['session', 'passphrase'], exportSecrets: false },
};

test.use({ managed });

test('a managed profile says who manages it, and takes a password and notes of the user’s own', async ({
  app: { page, dataDirectory },
}) => {
  await openByMenu(page, 'Profiles');
  const row = page.getByRole('row', { name: /Madrid/ });
  await expect(row.getByText('Managed by Example Corp')).toBeVisible();
  await row.getByText('Managed by Example Corp').hover();
  await expect(page.getByRole('tooltip')).toContainText(join(dataDirectory, 'managed.json'));
  await page.mouse.move(0, 0);
  await expect(page.getByRole('tooltip')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Remove Madrid' })).toHaveCount(0);
  await expect.poll(() => violations(page)).toEqual([]);

  await page.getByRole('link', { name: 'Edit Madrid' }).click();
  await expect(page.getByText('Notes of Example Corp')).toBeVisible();
  await expect(page.getByText('Rack 4')).toBeVisible();
  for (const field of [/^Name/, /^Host/, /^User/]) {
    await expect(page.getByRole('textbox', { name: field })).toBeDisabled();
  }
  await expect.poll(() => violations(page)).toEqual([]);
  await passwordField(page).fill('secret');
  await unfold(page, 'Tags and notes');
  await page.getByRole('textbox', { name: 'Notes' }).fill('Call Eva');
  await saveProfile(page, 'Madrid');
  await expect(page.getByText('Call Eva', { exact: true })).toBeVisible();
});

test('folders, locked settings and the policy show who says so, and follow their file', async ({
  app: { page, dataDirectory },
}) => {
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await openByMenu(page, 'Settings');
  const panel = page.getByRole('region', { name: 'Managed' });
  await expect(panel).toContainText('Never with passwords');
  await expect(panel).toContainText('in memory or under a passphrase');
  await expect(page.getByText('Set by Example Corp; it cannot be changed here.')).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Light' })).toBeDisabled();
  await expect.poll(() => violations(page)).toEqual([]);
  await panel.getByRole('link', { name: '2' }).click();
  await expect(page.getByRole('article')).toHaveCount(2);

  await openByMenu(page, 'Profiles');
  await page.getByRole('link', { name: 'Folders' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Folders' })).toBeVisible();
  const row = page.getByRole('row', { name: /Europe/ });
  await expect(row).toContainText('Managed by Example Corp');
  await expect(row.getByRole('button')).toHaveCount(0);
  await row.getByRole('link', { name: 'Europe', exact: true }).click();
  await expect(page.getByText('so it cannot be changed here')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save' })).toHaveCount(0);
  await expect.poll(() => violations(page)).toEqual([]);

  await writeFile(
    join(dataDirectory, 'managed.json'),
    JSON.stringify({ ...managed, profiles: [], policy: { exports: false }, preferences: {} }),
  );
  await expect(page.getByText('Some of what is managed here is wrong')).toBeVisible();
  await openByMenu(page, 'Settings');
  await expect(page.getByRole('radio', { name: 'Light' })).toBeEnabled();
});

test('an edit of a mixture says which are left out', async ({ app: { page } }) => {
  await openByMenu(page, 'Profiles');
  await page.getByRole('link', { name: 'Add a proxy' }).first().click();
  await page.getByRole('textbox', { name: /^Name/ }).fill('Own');
  await page.getByRole('textbox', { name: /^Host/ }).fill('127.0.0.1');
  await page.getByRole('textbox', { name: /^User/ }).fill('ana');
  await saveProfile(page, 'Own');
  await openByMenu(page, 'Fleet');
  await page.locator('[data-card-link]').first().focus();
  await page.keyboard.press('Control+a');
  await page
    .getByRole('region', { name: 'Chosen proxies' })
    .getByRole('button', { name: 'Edit…' })
    .click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(
    '2 of them are managed by Example Corp and are left out: Madrid and Paris.',
  );
  await dialog.getByRole('textbox', { name: 'Add tags' }).fill('mail');
  await dialog.getByRole('button', { name: /^Change/ }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('1 profile changed')).toBeVisible();
});
