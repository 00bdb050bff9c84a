import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { fillProfile, openByMenu, passwordField, unfold } from './support/pages.ts';

const proxy = { host: '127.0.0.1', port: 9090, udpPort: 1, user: 'operator' };

async function addProfile(page: Page, environment?: string): Promise<void> {
  await page.getByRole('link', { name: 'Add a proxy' }).first().click();
  await fillProfile(page, 'Madrid', proxy, 'secret');
  if (environment !== undefined) {
    await unfold(page, 'Class, polling and intent');
    await page.getByRole('radio', { name: environment }).check();
  }
  await save(page);
  await saved(page);
}

async function edit(page: Page): Promise<void> {
  await openByMenu(page, 'Profiles');
  await page.getByRole('link', { name: 'Edit Madrid' }).click();
  await expect(page.getByRole('textbox', { name: /^Name/ })).toHaveValue('Madrid');
}

const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click();
const folder = (page: Page) => page.getByRole('combobox', { name: 'Folder' });
const interval = (page: Page) => page.getByLabel(/^Interval/);
/** A save leads to the page of the proxy: before that, to go elsewhere is asked about. */
const saved = (page: Page) =>
  expect(page.getByRole('heading', { level: 1, name: 'Madrid', exact: true })).toBeVisible();

test('what two windows change of one profile is both kept, and what both change is decided', async ({
  app: { page },
}, info) => {
  test.skip(info.project.name === 'desktop', 'the desktop shell has one window');
  await addProfile(page);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await edit(page);
  await edit(other);

  await folder(page).fill('Europe');
  await unfold(other, 'Class, polling and intent');
  await interval(other).fill('30');
  await folder(other).fill('Asia');
  await save(other);
  await saved(other);

  await expect(interval(page)).toHaveValue('30');
  await expect(page.getByText('Taken over, since you had not changed it here')).toContainText(
    'Interval',
  );
  await expect(page.getByText('Changed elsewhere to: Asia')).toBeVisible();
  await save(page);
  await expect(folder(page)).toHaveValue('Europe');
  await expect(folder(page)).toBeFocused();
  await page.getByRole('button', { name: 'Keep mine: Folder' }).click();
  await save(page);
  await saved(page);
  await edit(other);
  await expect(folder(other)).toHaveValue('Europe');
  await expect(interval(other)).toHaveValue('30');

  await openByMenu(page, 'Profiles');
  await page.getByRole('button', { name: 'Remove Madrid' }).click();
  await expect(other.getByText('This profile was removed elsewhere meanwhile')).toBeVisible();
  await folder(other).fill('America');
  await other.getByRole('button', { name: 'Save as a new profile' }).click();
  await saved(other);
});

test('a profile that is pointed elsewhere asks for its password again, at the password', async ({
  app: { page },
}) => {
  await addProfile(page);
  await edit(page);
  await page.getByRole('textbox', { name: /^Host/ }).fill('127.0.0.2');
  await save(page);
  await expect(passwordField(page)).toBeFocused();
  await expect(page.getByText('Enter the one for here.')).toBeVisible();
  await passwordField(page).fill('secret');
  await save(page);
  await saved(page);
});

test('a production profile is removed only once it is unlocked and its name is typed', async ({
  app: { page },
}) => {
  await addProfile(page, 'Production');
  await openByMenu(page, 'Profiles');
  await page.getByRole('button', { name: 'Remove Madrid' }).click();
  const question = page.getByRole('dialog', { name: 'Confirm for Madrid' });
  await question.getByRole('textbox').fill('Madrid');
  await expect(question.getByRole('button', { name: 'Do it' })).toBeDisabled();
  await question.getByRole('button', { name: /unlock/i }).click();
  await question.getByRole('button', { name: 'Do it' }).click();
  await expect(page.getByText('Madrid was removed')).toBeVisible();
  await expect(question).toBeHidden();
});
