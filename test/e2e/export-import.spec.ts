import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { openByMenu } from './support/pages.ts';
import { violations } from './support/violations.ts';

const passphrase = 'correct horse battery';
const password = 'hunter2-planted';

/** Thirty proxies, two of them written wrong. */
const lines = Array.from({ length: 30 }, (_, index) => {
  const host = `mail-${String(index + 1).padStart(2, '0')}.invalid`;
  if (index === 4) return `${host}..`;
  return index === 20 ? `${host}:99999` : host;
});

/** A folder that says the SSH destination and the way once for all, and that nothing connects by itself. */
async function makeFolder(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Folders', exact: true }).click();
  await page.getByRole('link', { name: 'New folder' }).first().click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Mail');
  for (const setting of ['SSH destination', 'Transport', 'Connect when the app starts']) {
    await page.getByRole('switch', { name: setting, exact: true }).click();
  }
  await page.getByRole('combobox', { name: 'Transport' }).selectOption({ label: 'SSH relay' });
  await page.getByRole('textbox', { name: 'SSH destination' }).fill('jump@gate.invalid');
  await page
    .locator('[data-setting="autoConnect"]')
    .getByRole('switch', { name: 'Connect when the app starts' })
    .last()
    .click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('row', { name: /Mail/ })).toContainText('jump@gate.invalid');
}

async function paste(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Paste a list' }).first().click();
  await page.getByRole('textbox', { name: 'Your list' }).fill(lines.join('\n'));
  await page.getByRole('combobox', { name: 'Folder' }).fill('Mail/Madrid');
  await page.getByRole('textbox', { name: 'User', exact: true }).fill('operator');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('textbox', { name: 'Host of line 5', exact: true }).fill('mail-05.invalid');
  await page.getByRole('textbox', { name: 'Host of line 21' }).fill('mail-21.invalid');
  await page.getByRole('button', { name: 'Add 30 profiles' }).click();
  await expect(page.getByText('30 profiles added')).toBeVisible();
}

/** Chooses all that the list shows and edits them in one step. */
async function editAll(page: Page, edit: (dialog: ReturnType<Page['getByRole']>) => Promise<void>) {
  await page.locator('tr[data-profile] [data-card-link]').first().focus();
  await page.keyboard.press('Control+a');
  await page.getByRole('button', { name: 'Edit…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Edit / });
  await edit(dialog);
  await dialog.getByRole('button', { name: /^Change / }).click();
  await expect(dialog).toHaveCount(0);
}

async function saved(
  dataDirectory: string,
): Promise<{ profiles: unknown[]; folders: unknown[]; classes: unknown[] }> {
  const text = await readFile(join(dataDirectory, 'profiles.json'), 'utf8');
  expect(text).not.toContain(password);
  const { profiles, folders, classes } = JSON.parse(text);
  return { profiles, folders, classes };
}

test('thirty proxies are pasted, filed, edited, exported with their passwords, wiped, imported, and are what they were', async ({
  app: { page, dataDirectory },
}) => {
  await openByMenu(page, 'Profiles');
  await makeFolder(page);
  await openByMenu(page, 'Profiles');
  await paste(page);

  await page.getByRole('textbox', { name: 'Search profiles' }).fill('mail-1');
  await expect(page.locator('tr[data-profile]')).toHaveCount(10);
  await editAll(page, (dialog) =>
    dialog.getByRole('combobox', { name: 'Folder' }).fill('Mail/Sevilla'),
  );
  await page.getByRole('textbox', { name: 'Search profiles' }).fill('');
  await expect(page.locator('tr[data-profile]')).toHaveCount(30);
  await editAll(page, async (dialog) => {
    await dialog.getByRole('combobox', { name: 'Interval in seconds' }).selectOption('Set for all');
    await dialog.getByRole('textbox', { name: 'Interval in seconds' }).fill('30');
  });
  await page.keyboard.press('Escape');
  const before = await saved(dataDirectory);
  expect(before.profiles).toHaveLength(30);
  expect(before.folders).toHaveLength(3);
  // The folder says the way once; no profile repeats it.
  expect(JSON.stringify(before.folders).match(/jump@gate\.invalid/g)).toHaveLength(1);
  expect(JSON.stringify(before.profiles)).not.toContain('jump@gate.invalid');

  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Export profiles' });
  await expect(dialog.getByText('No password is in the file')).toBeVisible();
  await dialog.getByRole('switch', { name: 'With passwords' }).click();
  await expect.poll(() => violations(page)).toEqual([]);
  await dialog.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await dialog.getByLabel('The passphrase again').fill('another one');
  await dialog.getByRole('button', { name: 'Export' }).click();
  await expect(dialog.getByText('Both are not the same.')).toBeVisible();
  await dialog.getByLabel('The passphrase again').fill(passphrase);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Export' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^spcp-profiles-\d{4}-\d\d-\d\d\.json$/);
  const file = join(dataDirectory, 'exported.json');
  await download.saveAs(file);
  const text = await readFile(file, 'utf8');
  expect(text).not.toContain(password);
  await expect(page.getByText('30 profiles exported')).toBeVisible();

  await page.locator('tr[data-profile] [data-card-link]').first().focus();
  await page.keyboard.press('Control+a');
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: /^Remove/ }).click();
  await expect(page.getByText('No profile yet')).toBeVisible();
  await page.getByRole('link', { name: 'Folders', exact: true }).click();
  await page.getByRole('button', { name: 'Remove the folder Mail', exact: true }).click();
  await expect(page.getByText('No folders yet')).toBeVisible();
  await expect.poll(() => saved(dataDirectory)).toEqual({ profiles: [], folders: [], classes: [] });

  await openByMenu(page, 'Profiles');
  await page.getByRole('link', { name: 'Import', exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Import profiles' })).toBeVisible();
  const input = page.locator('input[type="file"]');
  const wrong = join(dataDirectory, 'wrong.json');
  await writeFile(wrong, 'host,port');
  await input.setInputFiles(wrong);
  await expect(
    page.getByText('The file is no export of profiles. Nothing was changed.'),
  ).toBeVisible();
  await input.setInputFiles(file);
  await expect(page.getByText('30 to be added, 0 to be replaced, 0 skipped.')).toBeVisible();
  const submit = page.getByRole('button', { name: 'Import 30 profiles' });
  await expect(submit).toBeDisabled();
  await page.getByLabel('Passphrase', { exact: true }).fill('not this one');
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByText('This is not the passphrase')).toBeVisible();
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByText('30 passwords of profiles can be taken.')).toBeVisible();
  await expect.poll(() => violations(page)).toEqual([]);
  await submit.click();
  await expect(page.getByText('30 added, 0 replaced, 0 skipped.')).toBeVisible();
  await expect.poll(() => saved(dataDirectory)).toEqual(before);

  await page.getByRole('link', { name: 'Go to the profiles' }).click();
  const row = page.locator('tr[data-profile]', { hasText: 'mail-07' });
  await expect(row).toContainText('saved');
});

test('what is there already is replaced as chosen, and one step takes it back', async ({
  app: { page, dataDirectory },
}) => {
  await openByMenu(page, 'Profiles');
  await page.getByRole('link', { name: 'Paste a list' }).first().click();
  await page.getByRole('textbox', { name: 'Your list' }).fill('a.invalid\nb.invalid');
  await page.getByRole('textbox', { name: 'User', exact: true }).fill('operator');
  await page.getByRole('button', { name: 'Add 2 profiles' }).click();
  await expect(page.locator('tr[data-profile]')).toHaveCount(2);
  const before = await saved(dataDirectory);
  const [first, second] = before.profiles as { settings: object }[];
  const file = join(dataDirectory, 'changed.json');
  const changed = { ...first, settings: { ...first?.settings, port: 7 } };
  await writeFile(
    file,
    JSON.stringify({
      format: 'spcp-console-profiles',
      version: 1,
      folders: [],
      profiles: [changed, second],
    }),
  );

  // As a file manager drops it on the list.
  const text = await readFile(file, 'utf8');
  const dropped = await page.evaluateHandle((content) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], 'changed.json', { type: 'application/json' }));
    return transfer;
  }, text);
  const target = page.getByRole('heading', { level: 1, name: 'Profiles' });
  await target.dispatchEvent('dragover', { dataTransfer: dropped });
  await expect(page.getByText('Drop the file to see what it would import')).toBeVisible();
  await target.dispatchEvent('drop', { dataTransfer: dropped });
  await expect(page.getByText('0 to be added, 0 to be replaced, 2 skipped.')).toBeVisible();
  await expect(page.getByRole('row', { name: /a\.invalid/ })).toContainText('9090 → 7');
  await expect(page.getByRole('row', { name: /b\.invalid/ })).toContainText('The same as');
  await page
    .getByRole('combobox', { name: 'Show', exact: true })
    .selectOption({ label: 'Different here (1)' });
  await expect(page.getByRole('row', { name: /b\.invalid/ })).toHaveCount(0);
  await page
    .getByRole('combobox', { name: 'For all shown that are there already' })
    .selectOption('Replace');
  await page.getByRole('button', { name: 'Import 1 profile' }).click();
  await expect(page.getByText('0 added, 1 replaced, 1 skipped.')).toBeVisible();
  await expect.poll(async () => (await saved(dataDirectory)).profiles).toEqual([changed, second]);
  await page.locator('[data-tone="good"]').getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Choose a file that')).toBeVisible();
  await expect.poll(() => saved(dataDirectory)).toEqual(before);
});
