import { expect, test } from './support/app.ts';
import { cardOf, openByMenu } from './support/pages.ts';
import { type StartedFleet, setTransformation, startProxies } from './support/reference-proxy.ts';
import { saveProfiles } from './support/save-profiles.ts';
import { violations } from './support/violations.ts';

let fleet: StartedFleet | undefined;

test.beforeEach(async () => {
  fleet = await startProxies(2);
});
test.afterEach(() => fleet?.stop());

test('what somebody else changes is told with both values, brought back by a plan, or adopted and taken back', async ({
  app: { page, faults },
}) => {
  const proxy = fleet?.proxies[1];
  if (fleet === undefined || proxy === undefined) throw new Error('no proxy');
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await saveProfiles(page, fleet.proxies);
  await openByMenu(page, 'Settings');
  await page.getByRole('combobox', { name: 'Read the transformation in force' }).selectOption('15');
  await openByMenu(page, 'Drift');
  await expect(page.getByText('Nothing is intended yet')).toBeVisible();

  await openByMenu(page, 'Fleet');
  await cardOf(page, proxy.name).getByRole('link', { name: proxy.name }).first().click();
  await page.getByRole('button', { name: 'Keep it so: Transformation' }).click();
  await expect(page.getByText('Kept so')).toBeVisible();
  await expect(page.locator('[data-drift="in-line"]')).toBeVisible();

  await setTransformation(proxy, 'rev');
  await openByMenu(page, 'Drift');
  const table = page.getByRole('table', { name: 'Drift', exact: true });
  const deviating = table.locator('tr[data-state="deviates"]');
  await expect(deviating).toHaveCount(1);
  await expect(deviating).toContainText('rev');
  await expect(deviating).toContainText('Set by somebody else, between');
  await expect.poll(() => violations(page)).toEqual([]);
  await openByMenu(page, 'Events');
  await expect(page.getByText(/none → rev, not from here, between/)).toBeVisible();

  await openByMenu(page, 'Drift');
  await page.getByRole('checkbox', { name: 'Choose all that can be brought back' }).check();
  await page.getByRole('button', { name: 'Bring one back…' }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: 'drift: no-transformation' }),
  ).toBeVisible();
  const targets = page.getByRole('table', { name: 'Targets of the plan' });
  await expect(targets.locator('tr[data-state="waiting"]')).toHaveCount(1);
  await page
    .getByRole('button', { name: /^Change / })
    .first()
    .click();
  await expect(targets.locator('tr[data-state="done"]')).toHaveCount(1);
  await openByMenu(page, 'Drift');
  await expect(page.getByText('Nothing that can be seen deviates')).toBeVisible();

  await setTransformation(proxy, 'rev');
  await expect(deviating).toHaveCount(1);
  await deviating.getByRole('button', { name: /^Adopt/ }).click();
  await page.getByRole('menuitem', { name: 'On this proxy' }).click();
  await expect(page.getByText('Nothing that can be seen deviates')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(deviating).toHaveCount(1);
  await expect.poll(() => violations(page)).toEqual([]);

  await deviating.getByRole('link', { name: proxy.name }).click();
  const line = page.locator('[data-drift="deviates"]');
  await expect(line).toContainText('Set by somebody else, between');
  await expect(line.getByRole('button', { name: /^Adopt/ })).toBeVisible();
  await page.getByLabel('New transformation').fill('tac');
  await page.getByRole('button', { name: 'Set the transformation' }).click();
  await expect(line).toContainText('Transformation was changed from here');
  await expect.poll(() => violations(page), 'on the page of the proxy').toEqual([]);
  await line.getByRole('button', { name: 'Keep it so: Transformation' }).click();
  await expect(page.locator('[data-drift="in-line"]')).toBeVisible();
  const changes = page.getByRole('region', { name: 'Changes' });
  await changes.getByRole('button', { name: /^Undo/ }).last().click();
  await line.getByRole('button', { name: 'Bring back as intended: Transformation' }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: 'drift: transformation tac' }),
  ).toBeVisible();
  expect(faults).toEqual([]);
});
