import { readFile } from 'node:fs/promises';
import { expect, test } from './support/app.ts';
import { openByMenu, startDemo } from './support/pages.ts';
import { violations } from './support/violations.ts';

test('three proxies are changed by a plan that is read first, approved for production, and taken back', async ({
  app: { page, faults },
}) => {
  await startDemo(page);
  await expect(page.getByText('3 of 3', { exact: true })).toBeVisible();
  await page.locator('[data-card-link]').first().focus();
  await page.keyboard.press('Control+a');
  const chosen = page.getByRole('region', { name: 'Chosen proxies' });
  await chosen.getByRole('button', { name: 'Change…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change 3 proxies' });
  const command = dialog.getByRole('textbox', { name: 'Transformation' });
  await dialog.getByRole('button', { name: 'Read and show the plan' }).click();
  await expect(dialog.getByText('Say what it is to be.')).toBeVisible();
  await command.fill('rév');
  await expect(command).toHaveAccessibleDescription(/é/);
  await command.fill('rev');
  await dialog.getByRole('textbox', { name: 'Name of the plan' }).fill('Backwards');
  await expect.poll(() => violations(page)).toEqual([]);
  await command.press('Enter');

  await expect(page.getByRole('heading', { name: 'Backwards', level: 1 })).toBeVisible();
  const table = page.getByRole('table', { name: 'Targets of the plan' });
  const inState = (state: string) => table.locator(`tr[data-state="${state}"]`);
  await expect(inState('waiting')).toHaveCount(3);
  const apply = page.getByRole('button', { name: 'Change 3 proxies' });
  await expect(apply).toBeDisabled();
  await page.getByRole('textbox', { name: /To approve/ }).fill('Backwards 3');
  await expect.poll(() => violations(page)).toEqual([]);
  await apply.click();
  await expect(inState('done')).toHaveCount(3);

  await page.getByRole('button', { name: 'Take back…' }).click();
  await expect(page.getByRole('heading', { name: 'undo: Backwards', level: 1 })).toBeVisible();
  await expect(inState('waiting')).toHaveCount(3);
  await expect(table.getByRole('cell', { name: 'rev', exact: true })).toHaveCount(3);
  await page.getByRole('textbox', { name: /To approve/ }).fill('Undo: backwards 3');
  await page.getByRole('button', { name: 'Change 3 proxies' }).click();
  await expect(inState('done')).toHaveCount(3);

  await openByMenu(page, 'Plans');
  const plans = page.getByRole('table', { name: 'Plans' });
  await expect(plans.getByRole('rowheader')).toHaveText([/^undo: Backwards/, /^Backwards/]);
  await expect(plans.getByText('Changed: 3')).toHaveCount(2);
  await expect.poll(() => violations(page)).toEqual([]);
  await plans.getByRole('link', { name: 'Backwards', exact: true }).click();
  await page.getByRole('button', { name: 'Remove' }).click();
  await expect(plans.getByRole('rowheader')).toHaveCount(1);

  await openByMenu(page, 'Audit log');
  const audit = page.getByRole('table', { name: 'Audit log' });
  await expect(audit.locator('tr[data-outcome="verified"]')).toHaveCount(6);
  await expect(audit.getByRole('link', { name: 'step of a plan' })).toHaveCount(6);
  await page.getByRole('button', { name: 'Verify' }).click();
  await expect(page.getByText('12 entries, all as they were written')).toBeVisible();
  await expect.poll(() => violations(page)).toEqual([]);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'CSV' }).click();
  const lines = (await readFile(await (await download).path(), 'utf8')).trim().split('\r\n');
  expect(lines).toHaveLength(7);
  expect(faults).toEqual([]);
});

test('a plan is made for a folder, and what another has set meanwhile is decided of before it is changed', async ({
  app: { page, faults },
}) => {
  await startDemo(page);
  await expect(page.getByText('3 of 3', { exact: true })).toBeVisible();
  await openByMenu(page, 'Plans');
  await page.getByRole('link', { name: 'New plan' }).first().click();
  await expect(page.getByRole('heading', { name: 'New plan', level: 1 })).toBeVisible();
  const scope = page.getByRole('region', { name: 'Which proxies' });
  const count = scope.getByRole('status').filter({ hasText: /prox(y|ies)/ });
  await expect(count).toHaveText(/^0 proxies/);
  await page.getByRole('button', { name: 'Read and show the plan' }).click();
  await expect(page.getByText('Choose at least one proxy.')).toBeVisible();
  await scope.getByText('Search', { exact: true }).click();
  await scope.getByRole('textbox', { name: 'Search profiles' }).fill('env:production');
  await expect(count).toHaveText(/^One proxy/);
  await scope.getByText('Folder', { exact: true }).click();
  await scope.getByRole('treeitem', { name: /^Demo/ }).first().click();
  await expect(count).toHaveText(/^3 proxies/);
  await expect.poll(() => violations(page)).toEqual([]);
  await page.getByRole('textbox', { name: 'Name of the plan' }).fill('Backwards');
  await page.getByRole('textbox', { name: 'Transformation' }).fill('rev');
  await page.getByRole('button', { name: 'Read and show the plan' }).click();

  await expect(page.getByText('All in Demo when made')).toBeVisible();
  const table = page.getByRole('table', { name: 'Targets of the plan' });
  const inState = (state: string) => table.locator(`tr[data-state="${state}"]`);
  await expect(inState('waiting')).toHaveCount(3);
  await expect(page.getByText('One target is of a read-only class')).toBeVisible();
  const first = await inState('waiting').first().getAttribute('data-step');
  if (first === null) throw new Error('no target');
  await page.getByRole('textbox', { name: 'Search targets' }).fill(first);
  await expect(inState('waiting')).toHaveCount(1);
  await page.getByRole('textbox', { name: 'Search targets' }).fill('none such');
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(inState('waiting')).toHaveCount(3);

  // Another plan changes all of them meanwhile.
  const made = page.url();
  await page.goto(made.replace(/#.*/, '#/plans/new?by=folder&folder=Demo'));
  await page.getByRole('textbox', { name: 'Name of the plan' }).fill('Capitals');
  await page.getByRole('textbox', { name: 'Transformation' }).fill('tr a-z A-Z');
  await page.getByRole('button', { name: 'Read and show the plan' }).click();
  await expect(inState('waiting')).toHaveCount(3);
  await page.getByRole('textbox', { name: /To approve/ }).fill('Capitals 3');
  await page.getByRole('button', { name: 'Change 3 proxies' }).click();
  await expect(inState('done')).toHaveCount(3);

  await page.goto(made);
  await page.getByRole('textbox', { name: /To approve/ }).fill('Backwards 3');
  await page.getByRole('button', { name: 'Change 3 proxies' }).click();
  await expect(inState('conflict')).toHaveCount(3);
  await expect(page.getByText('3 targets have another value than was read')).toBeVisible();
  await expect.poll(() => violations(page)).toEqual([]);
  await page.getByRole('button', { name: `Leave as it is: ${first}` }).click();
  await expect(inState('left')).toHaveCount(1);
  await page.getByRole('button', { name: 'Keep all in the plan' }).click();
  await expect(inState('waiting')).toHaveCount(2);
  const approval = page.getByRole('textbox', { name: /To approve/ });
  const apply = page.getByRole('button', { name: 'Change 2 proxies' });
  // Both are drawn together.
  await expect(apply).toBeVisible();
  if ((await approval.count()) > 0) await approval.fill('Backwards 3');
  await apply.click();
  await expect(inState('done')).toHaveCount(2);
  await expect(inState('left')).toHaveCount(1);
  expect(faults).toEqual([]);
});
