import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './support/app.ts';
import { openByMenu } from './support/pages.ts';

async function saved(dataDirectory: string): Promise<{ profiles: unknown[]; folders: unknown[] }> {
  const text = await readFile(join(dataDirectory, 'profiles.json'), 'utf8');
  const { profiles, folders } = JSON.parse(text);
  return { profiles, folders };
}

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
  expect((await saved(dataDirectory)).profiles).toEqual([changed, second]);
  await page.locator('[data-tone="good"]').getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Choose a file that')).toBeVisible();
  expect(await saved(dataDirectory)).toEqual(before);
});
