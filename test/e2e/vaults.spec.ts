import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, firstLine, interrupt, startProgram, test } from './support/app.ts';
import { cardOf, fillProfile, openByMenu, passwordField, saveProfile } from './support/pages.ts';
import { startProxy } from './support/reference-proxy.ts';
import { violations } from './support/violations.ts';

const passphrase = 'kettle river fog anvil';

const lockSign = (page: Page) => page.getByRole('button', { name: 'Lock the vault' });
const banner = (page: Page) => page.locator('[data-vault="locked"][class*="Alert"]');
/** On the page, not in what tells of it. */
const inUse = (page: Page, name: string) => page.locator('#content').getByText(`In use: ${name}`);
const unlockDialog = (page: Page) => page.getByRole('dialog', { name: 'Unlock the vault' });

async function choosePassphraseVault(page: Page): Promise<void> {
  await openByMenu(page, 'Settings');
  await page.getByRole('button', { name: 'Use: Passphrase vault' }).click();
  const dialog = page.getByRole('dialog', { name: 'Use: Passphrase vault' });
  await expect(dialog.getByLabel('New passphrase')).toBeFocused();
  await page.keyboard.type('kettle');
  await expect(dialog.getByText('Too short.')).toBeVisible();
  await dialog.getByLabel('New passphrase').fill(passphrase);
  await dialog.getByLabel('The same once more').fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(inUse(page, 'Passphrase vault – unlocked')).toBeVisible();
}

async function enter(page: Page, typed: string): Promise<void> {
  await expect(unlockDialog(page).getByLabel('Passphrase', { exact: true })).toBeFocused();
  await unlockDialog(page).getByLabel('Passphrase', { exact: true }).fill(typed);
  await page.keyboard.press('Enter');
}

async function expectAccessible(page: Page, what: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect.poll(() => violations(page), `${what}, ${colorScheme}`).toEqual([]);
  }
}

test('a passphrase vault outlives the console: what is up stays up while it is locked, and a login waits for the unlock', async ({
  app: { page, dataDirectory, program },
}, info) => {
  test.skip(info.project.name === 'desktop', 'the web shell is started anew here');
  const proxy = await startProxy();
  try {
    await page.getByRole('link', { name: 'Add a proxy' }).first().click();
    await fillProfile(page, 'Madrid', proxy, proxy.password);
    await saveProfile(page, 'Madrid');
    await choosePassphraseVault(page);
    await expectAccessible(page, 'the settings');

    await lockSign(page).click();
    await expect(banner(page)).toContainText('Sessions that are up stay up');
    await expectAccessible(page, 'the banner');
    await openByMenu(page, 'Fleet');
    const card = cardOf(page, 'Madrid');
    await expect(card).toHaveAttribute('data-state', 'ready');
    await card.getByRole('button', { name: 'Commands for Madrid' }).click();
    await page.getByRole('menuitem', { name: 'Disconnect' }).click();
    await card.getByRole('button', { name: 'Connect', exact: true }).click();
    await expect(card).toHaveAttribute('data-state', 'vault-locked');
    await expect(card).toContainText('Waiting for the vault');
    await expect(banner(page)).toContainText('1 login waits for it');

    await card.getByRole('button', { name: 'Unlock' }).click();
    await enter(page, 'kettle river fog anvils');
    await expect(page.getByText('This is not the passphrase.')).toBeVisible();
    await expectAccessible(page, 'the dialog');
    await enter(page, passphrase);
    await expect(unlockDialog(page)).toHaveCount(0);
    await expect(banner(page)).toHaveCount(0);
    await expect(card).toHaveAttribute('data-state', 'ready');

    await interrupt(program);
    const again = startProgram('electron/serve.ts', [
      ...['--port', '0', '--no-open', '--data-dir', dataDirectory],
    ]);
    try {
      await page.goto(await firstLine(again));
      await page.waitForURL(({ search }) => search === '');
      await expect(card).toHaveAttribute('data-state', 'vault-locked');
      await openByMenu(page, 'Profiles');
      await page.getByRole('link', { name: 'Edit Madrid' }).click();
      await expect(
        page.getByText('The vault is locked: a new password cannot be saved'),
      ).toBeVisible();
      await page.keyboard.press('Control+k');
      await page.keyboard.type('unlock the vault');
      await page.keyboard.press('Enter');
      await enter(page, passphrase);
      await openByMenu(page, 'Fleet');
      await expect(card).toHaveAttribute('data-state', 'ready');
      await page.keyboard.press('Control+k');
      await page.keyboard.type('lock the vault');
      await page.keyboard.press('Enter');
      await expect(banner(page)).toBeVisible();
    } finally {
      await interrupt(again);
    }
  } finally {
    await proxy.stop();
  }
});

test('an external command is tried, chosen and asked for each password, and the form has no field for one', async ({
  app: { page, dataDirectory },
}) => {
  const proxy = await startProxy();
  const script = join(dataDirectory, 'ask.sh');
  const write = async (body: string): Promise<void> => {
    await writeFile(script, `#!/bin/sh\n${body}\n`);
    await chmod(script, 0o700);
  };
  try {
    await write('echo "no entry for $1" >&2; exit 3');
    await page.getByRole('link', { name: 'Add a proxy' }).first().click();
    await fillProfile(page, 'Madrid', proxy, '');
    await saveProfile(page, 'Madrid');
    await openByMenu(page, 'Settings');
    await page.getByRole('button', { name: 'Use: External command' }).click();
    const dialog = page.getByRole('dialog', { name: 'Use: External command' });
    const command = dialog.getByRole('textbox', { name: 'Command' });
    await expect(command).toBeFocused();
    await command.fill(`"${script}" `);
    await dialog.getByRole('button', { name: 'Insert {profile}' }).click();
    await expect(command).toBeFocused();
    await expect(dialog.getByTestId('split-command').getByRole('listitem')).toHaveText([
      script,
      '{profile}',
    ]);
    await expectAccessible(page, 'the form of the command');
    await dialog.getByRole('button', { name: 'Try', exact: true }).click();
    await expect(dialog.getByRole('alert')).toContainText('no entry for Madrid');
    await write(`[ "$1" = Madrid ] && printf '%s\\n' '${proxy.password}'`);
    await dialog.getByRole('button', { name: 'Try', exact: true }).click();
    await expect(dialog.getByText('A password came for Madrid. It was not kept.')).toBeVisible();
    await expect(dialog.getByText('None is saved yet, so nothing is lost by this.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Use from now on' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(inUse(page, 'External command')).toBeVisible();

    await openByMenu(page, 'Fleet');
    const card = cardOf(page, 'Madrid');
    await expect(card).toHaveAttribute('data-state', 'ready');
    await openByMenu(page, 'Profiles');
    await page.getByRole('link', { name: 'Edit Madrid' }).click();
    await expect(page.getByText(`${script} is asked for the password`)).toBeVisible();
    await expect(passwordField(page)).toHaveCount(0);
    await expectAccessible(page, 'the form of a profile');
    await page.getByRole('textbox', { name: /^Host/ }).fill('localhost');
    await saveProfile(page, 'Madrid');
    await openByMenu(page, 'Fleet');
    await expect(card).toHaveAttribute('data-state', 'ready');
  } finally {
    await proxy.stop();
  }
});

test('a lost passphrase costs the saved passwords, after it was said, and another vault is chosen', async ({
  app: { page },
}) => {
  await choosePassphraseVault(page);
  await page.getByRole('button', { name: 'Lock now' }).click();
  await page.getByRole('button', { name: 'Passphrase lost…' }).click();
  const question = page.getByRole('dialog', {
    name: 'Forget the passwords of the vault and begin anew?',
  });
  await expect(question.getByRole('button', { name: 'Forget them' })).toBeDisabled();
  await question.getByRole('textbox').fill('forget');
  await expectAccessible(page, 'the question');
  await question.getByRole('button', { name: 'Forget them' }).click();
  await expect(question).toHaveCount(0);
  await expect(inUse(page, 'This session only')).toBeVisible();
  await choosePassphraseVault(page);
});
