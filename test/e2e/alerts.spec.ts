import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from './support/app.ts';
import { openByMenu } from './support/pages.ts';
import { type StartedProxy, startProxy } from './support/reference-proxy.ts';
import { saveProfiles } from './support/save-profiles.ts';
import { violations } from './support/violations.ts';

let running: StartedProxy[] = [];

test.afterEach(async () => {
  await Promise.all(running.map((proxy) => proxy.stop()));
  running = [];
});

test('alerts fire once, together as one, are acknowledged with a reason, and recover', async ({
  app: { page, faults },
}) => {
  test.slow();
  const staying = await startProxy();
  const leaving = [await startProxy(), await startProxy()];
  running = [staying, ...leaving];
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await saveProfiles(
    page,
    running.map(({ stop: _, ...proxy }, i) => ({
      ...proxy,
      name: ['Staying', 'Leaving A', 'Leaving B'][i] ?? '',
    })),
  );
  await openByMenu(page, 'Alerts');
  await expect(page.getByText('Nothing fires')).toBeVisible();
  await expect.poll(() => violations(page)).toEqual([]);

  const rules = page.getByRole('table', { name: 'Rules' });
  await rules.getByRole('button', { name: /^Edit the rule: Not reached/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('It would have fired nothing.')).toBeVisible();
  await expect.poll(() => violations(page)).toEqual([]);
  await dialog.getByLabel('Not reached for').fill('5s');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('A number of whole seconds with its unit')).toBeVisible();
  await dialog.getByLabel('Not reached for').fill('10s');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);

  await Promise.all(leaving.map((proxy) => proxy.stop()));
  running = [staying];
  const firing = page.getByRole('table', { name: 'Firing' }).locator('tr[data-alert]');
  await expect(firing).toHaveCount(1);
  await expect(firing).toContainText('Leaving A');
  await expect(firing).toContainText('Leaving B');
  await expect(firing).not.toContainText('Staying');
  const message = page.getByRole('alert').filter({ hasText: 'Show the alerts' });
  await expect(message).toHaveCount(1);
  const count = page.getByRole('link', { name: 'One alert that nobody acknowledged' });
  await expect(count).toBeVisible();
  await expect.poll(() => violations(page)).toEqual([]);

  await firing.getByRole('button', { name: /^Acknowledge/ }).click();
  await dialog.getByLabel(/^Reason/).fill('new cable');
  await page.keyboard.press('Enter');
  await expect(firing).toContainText(/by .*: new cable/);
  await expect(count).toHaveCount(0);
  await expect(message).toHaveCount(0);

  for (const proxy of leaving) running.push(await startProxy(proxy.udpPort, proxy.password));
  const lost = firing.filter({ hasText: 'Not reached' });
  await expect(lost).toHaveCount(0, { timeout: 90_000 });
  // Their counters began anew.
  await expect(firing.filter({ hasText: 'Restarted' })).toContainText('Leaving B');
  const past = page.getByRole('table', { name: 'History' }).locator('tr[data-alert]');
  await expect(past).toHaveCount(1);
  await expect(past).toContainText('after it fired');
  await expect(past).toContainText('new cable');
  await openByMenu(page, 'Events');
  await expect(page.locator('[data-kind="alert-acknowledged"]')).toHaveCount(2);
  await expect(page.locator('[data-kind="alert-over"]')).toHaveCount(2);
  expect(faults).toEqual([]);
});

test('a rule watches an insight of what a search finds, and maintenance shows where its proxies are', async ({
  app: { page, faults },
}) => {
  running = [await startProxy(), await startProxy()];
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await saveProfiles(
    page,
    running.map(({ stop: _, ...proxy }, i) => ({
      ...proxy,
      name: ['Mail', 'Other'][i] ?? '',
    })),
  );
  await openByMenu(page, 'Alerts');
  await page.getByRole('button', { name: 'Add a rule' }).click();
  const dialog = page.getByRole('dialog', { name: 'New rule' });
  await dialog.getByLabel('Number').selectOption({ label: 'Mean duration (estimate)' });
  await dialog.getByLabel('For which proxies').selectOption({ label: 'A search' });
  const search = dialog.getByRole('textbox', { name: 'Search' });
  await search.fill('state:ready');
  await expect(dialog.getByText('A rule cannot search for what a proxy does now')).toBeVisible();
  await search.fill('mail -folder:old');
  await expect(dialog.getByRole('status').filter({ hasText: 'One proxy' })).toBeVisible();
  await expect.poll(() => violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  // It has the focus once the key that asked is over: that key must not answer it, too.
  await expect(page.getByRole('button', { name: 'Stay here' })).toBeFocused();
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('Rule saved')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Rules' })).toContainText(
    'Search: mail -folder:old',
  );

  await page.getByRole('button', { name: 'Plan maintenance' }).click();
  const planning = page.getByRole('dialog', { name: 'Plan maintenance' });
  await planning.getByLabel('For which proxies').selectOption({ label: 'A search' });
  await planning.getByRole('textbox', { name: 'Search' }).fill('mail -folder:old');
  await planning.getByRole('button', { name: 'Save' }).click();
  await expect(planning).toHaveCount(0);
  await openByMenu(page, 'Fleet');
  const cards = page.getByRole('main');
  await expect(cards.locator('[data-maintenance]')).toHaveCount(1);
  await cards.getByRole('link', { name: 'Mail', exact: true }).click();
  await expect(page.getByText('For: Search: mail -folder:old.')).toBeVisible();
  await expect.poll(() => violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'End it now' }).click();
  await expect(page.getByText('For: Search: mail -folder:old.')).toHaveCount(0);
  await expect(page.locator('[data-maintenance]')).toHaveCount(0);
  expect(faults).toEqual([]);
});

test('a webhook is set, and its test is taken, or said why not', async ({
  app: { page, faults },
}) => {
  const kinds: unknown[] = [];
  let status = 204;
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    kinds.push(JSON.parse(body).kind);
    response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await openByMenu(page, 'Alerts');
    await page.getByRole('button', { name: 'Set a webhook' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Address' }).fill('http://alerts.example/');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog.getByText(/^An address that begins with https/)).toBeVisible();
    await expect(dialog.getByText(/^16 to 200 printable characters/)).toBeVisible();
    await expect.poll(() => violations(page)).toEqual([]);
    const { port } = server.address() as AddressInfo;
    await dialog.getByRole('textbox', { name: 'Address' }).fill(`http://127.0.0.1:${port}/hook`);
    await dialog.locator('input[type="password"]').fill('sixteen-characters');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toHaveCount(0);
    await page.getByRole('button', { name: 'Send a test' }).click();
    await expect(page.locator('[data-webhook="delivered"]')).toBeVisible();
    status = 307;
    await page.getByRole('button', { name: 'Send a test' }).click();
    await expect(page.locator('[data-webhook="redirected"]')).toBeVisible();
    expect(kinds).toEqual(['test', 'test']);
    await expect.poll(() => violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Remove', exact: true }).last().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove the webhook' }).click();
    await expect(page.getByRole('button', { name: 'Set a webhook' })).toBeVisible();
    expect(faults).toEqual([]);
  } finally {
    server.close();
  }
});
