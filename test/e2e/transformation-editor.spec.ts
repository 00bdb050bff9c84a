import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { cardOf, startDemo } from './support/pages.ts';
import { violations } from './support/violations.ts';

const commandOf = (page: Page) => page.getByRole('textbox', { name: 'New transformation' });

async function openDemoProxy(page: Page): Promise<void> {
  await startDemo(page);
  await cardOf(page, 'Demo Lisboa').getByRole('link').first().click();
  await expect(page.getByTestId('transformation-in-force')).toContainText('none');
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
  expect(await violations(page)).toEqual([]);
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
  expect(await violations(page)).toEqual([]);
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
