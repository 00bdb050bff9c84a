import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { openDemo } from './support/pages.ts';
import { violations } from './support/violations.ts';

const commandOf = (page: Page) => page.getByRole('textbox', { name: 'New transformation' });

async function openDemoProxy(page: Page): Promise<void> {
  await openDemo(page, 'Demo Lisboa');
}

test('a command is highlighted, counted, compared with what is in force, and warned of before it is set', async ({
  app: { page, faults },
}) => {
  await openDemoProxy(page);
  const command = commandOf(page);
  await command.fill('rev');
  await command.press('Enter');
  await expect(page.getByText('Changed and verified')).toBeVisible();
  await expect(page.getByTestId('transformation-in-force')).toContainText('rev');

  const warnings = page.getByRole('list', { name: 'What may be wrong with it' });
  await command.fill("rev | tr 'a-z' A-Z");
  await expect(command.locator('.tok-string')).toHaveText("'a-z'");
  await expect(page.getByText('18 of 255 bytes')).toBeVisible();
  const next = page.getByRole('figure', { name: /New$/ });
  await expect(next.locator('ins')).toHaveText([" | tr 'a-z' A-Z"]);
  await expect(page.getByRole('figure', { name: /In force$/ })).toContainText('rev');
  await expect(warnings.getByRole('listitem')).toHaveCount(0);

  await command.fill("echo 'hello > /tmp/x");
  await expect(warnings).toContainText('A single quote is not closed');
  await command.fill('echo hello > /tmp/x');
  await expect(warnings.getByRole('listitem')).toHaveText([
    /^“echo” does not read the mail/,
    /^“echo” writes no result/,
    /^It writes to the file \/tmp\/x/,
  ]);
  await expect.poll(() => violations(page)).toEqual([]);
  expect(faults).toEqual([]);
});

test('what cannot be sent is marked at its place and refused with its reason', async ({
  app: { page },
}) => {
  await openDemoProxy(page);
  const command = commandOf(page);
  const set = page.getByRole('button', { name: 'Set the transformation' });
  await command.fill('tr ñ n');
  await expect(command.locator('.command-fault')).toHaveText('ñ');
  await expect(command).toHaveAttribute('aria-invalid', 'true');
  await expect(command).toHaveAccessibleDescription(/^Character 4 \(ñ\) is not printable ASCII\./);
  await expect(set).toBeDisabled();
  await command.fill('x'.repeat(260));
  await expect(command.locator('.command-fault')).toHaveText('xxxxx');
  await expect(command).toHaveAccessibleDescription(/^Too long by 5 bytes\..*260 of 255 bytes$/);
  await expect(set).toBeDisabled();
  await expect.poll(() => violations(page)).toEqual([]);
});

test('the field is one line: Tab leaves it, and a line end that is pasted is shown and refused', async ({
  app: { page },
}) => {
  await openDemoProxy(page);
  const command = commandOf(page);
  await command.fill('rev');
  await command.press('Tab');
  await expect(command).not.toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(command).toBeFocused();

  const paste = (text: string) =>
    command.evaluate((element, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    }, text);
  await command.press('Control+a');
  await paste('cat\n');
  await expect(command).toHaveText('cat');
  await command.press('Control+a');
  await paste('cat\nrev');
  await expect(command).toHaveAccessibleDescription(/^Character 4 \(\\x0a\) is not printable/);
  await expect(page.getByRole('button', { name: 'Set the transformation' })).toBeDisabled();
});

test('letters that are shortcuts elsewhere are text in the field', async ({ app: { page } }) => {
  await openDemoProxy(page);
  const command = commandOf(page);
  await command.click();
  const at = page.url();
  await page.keyboard.type('grep "foo" | gp ?');
  await expect(command).toHaveText('grep "foo" | gp ?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page).toHaveURL(at);
});

test('a command that was typed and not set is left behind only once that is wanted', async ({
  app: { page },
}) => {
  await openDemoProxy(page);
  const command = commandOf(page);
  await command.fill('rev');
  const menu = page.getByRole('navigation', { name: 'Main menu' });
  const plans = menu.getByRole('link', { name: 'Plans' });
  const question = page.getByRole('dialog', { name: 'Leave without saving?' });
  await plans.click();
  await question.getByRole('button', { name: 'Stay here' }).click();
  await expect(command).toHaveText('rev');
  await command.press('Enter');
  await expect(page.getByTestId('transformation-in-force')).toContainText('rev');
  await expect(command).not.toHaveText('rev');
  await plans.click();
  await page.getByRole('link', { name: 'New plan' }).first().click();
  await commandOf(page).fill('cat');
  await plans.click();
  await question.getByRole('button', { name: 'Leave without saving' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Plans' })).toBeVisible();
});

test('a command is saved, taken again, kept with its versions, and removed with an undo', async ({
  app: { page, faults },
}) => {
  await openDemoProxy(page);
  const command = commandOf(page);
  await command.fill('tr a-z A-Z');
  await page.getByRole('button', { name: 'Saved commands…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Saved commands' });
  await expect(dialog.getByText('Nothing is saved yet')).toBeVisible();
  const save = dialog.getByRole('form', { name: 'Save a command' });
  await save.getByLabel('Name').fill('Capitals');
  await save.getByLabel('Note (optional)').fill('for old printers');
  await save.getByLabel('Name').press('Enter');
  const list = dialog.getByRole('list', { name: 'Saved commands' });
  await expect(list.getByRole('listitem')).toHaveText([/^Capitalstr a-z A-Zfor old printers/]);
  await expect(
    save.getByRole('button', { name: '“Capitals” has this version already' }),
  ).toBeDisabled();
  await expect.poll(() => violations(page)).toEqual([]);

  await list.getByRole('button', { name: 'Edit: Capitals' }).click();
  const edit = list.getByRole('form', { name: 'Edit: Capitals' });
  await edit.getByLabel('Command').fill('tr aeiou AEIOU');
  await edit.getByRole('button', { name: 'Save as a new version' }).click();
  await expect(edit).toHaveCount(0);
  await expect(list).toContainText('tr aeiou AEIOU');
  await list.getByRole('button', { name: '2 versions: Capitals' }).click();
  const versions = list.getByRole('list', { name: 'Versions, the newest first' });
  await expect(versions.locator('> li')).toHaveCount(2);
  await expect(versions.locator('> li').first().locator('del')).toHaveText(['a-z', 'A-Z']);
  await expect.poll(() => violations(page)).toEqual([]);
  await versions
    .getByRole('button', { name: /^Use: / })
    .last()
    .click();
  await expect(dialog).toHaveCount(0);
  await expect(command).toHaveText('tr a-z A-Z');
  await expect(command).toBeFocused();

  await page.getByRole('button', { name: 'Saved commands…' }).click();
  await list.getByRole('button', { name: 'Remove: Capitals' }).click();
  await expect(list).toHaveCount(0);
  await expect(dialog.getByRole('button', { name: 'Undo' })).toBeFocused();
  await expect.poll(() => violations(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(list.getByRole('button', { name: 'Use: Capitals' })).toBeVisible();
  expect(faults).toEqual([]);
});

test('what the proxy ran can be taken again', async ({ app: { page } }) => {
  await openDemoProxy(page);
  const command = commandOf(page);
  for (const text of ['rev', 'cat']) {
    await command.fill(text);
    await command.press('Enter');
    await expect(page.getByTestId('transformation-in-force')).toContainText(text);
  }
  await page.getByRole('button', { name: 'What it ran…' }).click();
  const dialog = page.getByRole('dialog', { name: 'What this proxy ran' });
  await expect(dialog.getByRole('listitem')).toHaveText([/^cat/, /^rev/]);
  await expect.poll(() => violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Use: rev' }).click();
  await expect(command).toHaveText('rev');
});

test('a command is tried on a sample mail once that is allowed, and shows what becomes of it', async ({
  app: { page, faults },
}) => {
  await openDemoProxy(page);
  const command = commandOf(page);
  await command.fill('sed s/Room/Hall/ && echo more >&2 && touch left-behind');
  await page.getByRole('button', { name: 'Try here…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Try it on a sample mail' });
  await expect(dialog).toContainText('It is a program of yours all the same');
  await expect.poll(() => violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Allow it on this machine' }).click();
  await expect(dialog).toContainText('The host of the proxy may differ');
  await dialog.getByRole('button', { name: 'Run it here' }).click();
  await expect(dialog.getByText('It ended with exit status 0')).toBeVisible();
  await expect(dialog.getByText(/^It wrote files.*: left-behind$/)).toBeVisible();
  await expect(dialog.getByText('more', { exact: true })).toBeVisible();
  const difference = dialog.getByRole('region', { name: 'The mail before and after' });
  await expect(difference.locator('del')).toHaveText(/Room 12 is free/);
  await expect(difference.locator('ins')).toHaveText(/Hall 12 is free/);
  await expect.poll(() => violations(page)).toEqual([]);

  await dialog.getByLabel('Sample mail').fill('Subject: mine\n\nRoom 1\n');
  await dialog.getByRole('button', { name: 'Run it here' }).click();
  await expect(difference.locator('ins')).toHaveText('Hall 1');
  await dialog.getByRole('button', { name: 'Use it: back to the field' }).click();
  await expect(command).toBeFocused();
  await command.fill('exit 3');
  await page.getByRole('button', { name: 'Try here…' }).click();
  await expect(dialog.getByLabel('Sample mail')).toHaveValue('Subject: mine\n\nRoom 1\n');
  await dialog.getByRole('button', { name: 'Run it here' }).click();
  await expect(dialog.getByText('It ended with exit status 3')).toBeVisible();
  await expect(dialog.getByText('It wrote nothing: mails would come out empty.')).toBeVisible();
  expect(faults).toEqual([]);
});
