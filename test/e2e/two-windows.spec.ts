import type { Page } from '@playwright/test';
import { startFilteringRelay } from '../support/filtering-relay.ts';
import { expect, test } from './support/app.ts';
import { fillProfile, openDemo, unfold } from './support/pages.ts';
import { startProxy } from './support/reference-proxy.ts';

/** A second window on the same page; the desktop shell has one window. */
async function anotherWindow(page: Page): Promise<Page> {
  const other = await page.context().newPage();
  await other.goto(page.url());
  return other;
}

const inForce = (page: Page) => page.getByTestId('transformation-in-force');

test.beforeEach(({ browserName: _ }, info) => {
  test.skip(info.project.name === 'desktop', 'the desktop shell has one window');
});

test('a lock that is turned in one window shows in the other', async ({ app: { page } }) => {
  await openDemo(page, 'Demo Buenos Aires');
  const other = await anotherWindow(page);
  await expect(other.getByText('Production: locked')).toBeVisible();
  await page.getByRole('button', { name: 'Unlock for 10 minutes' }).click();
  await expect(other.getByText('Production: unlocked')).toBeVisible();
  await expect(other.getByText(/· (10:00|9:\d\d) left/)).toBeVisible();
  await other.getByRole('button', { name: 'Lock now' }).click();
  await expect(page.getByText('Production: locked')).toBeVisible();
});

test('a change shows in every window, with who made it, and asks the proxy three times in all', async ({
  app: { page },
}) => {
  const proxy = await startProxy();
  const relay = await startFilteringRelay(proxy.udpPort, []);
  try {
    await page.getByRole('link', { name: 'Add a proxy' }).first().click();
    await fillProfile(page, 'Girona', { ...proxy, udpPort: relay.port }, proxy.password);
    // So that nothing but the change is counted.
    await unfold(page, 'Class, polling and intent');
    await page.getByRole('textbox', { name: 'Interval in seconds' }).fill('3600');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(inForce(page)).toContainText('none');
    const other = await anotherWindow(page);
    await expect(inForce(other)).toContainText('none');

    const before = relay.messages;
    await page.getByLabel('New transformation').fill('rev');
    await page.getByRole('button', { name: 'Set the transformation' }).click();
    await expect(page.getByText('Changed and verified')).toBeVisible();
    for (const window of [page, other]) {
      await expect(inForce(window)).toContainText('rev');
      const row = window.getByRole('region', { name: 'Changes' }).getByRole('row').nth(1);
      await expect(row).toContainText('Verified');
      await expect(row.getByRole('button', { name: /^Undo/ })).toBeVisible();
    }
    expect(relay.messages - before, 'read, set, read back').toBe(3);

    // The other window undoes it: what this one said of its change is so no longer.
    const undo = { name: /^Undo: Transformation/ };
    await other.getByRole('button', undo).first().click();
    await expect(inForce(page)).toContainText('none');
    await expect(page.getByText('Changed and verified')).toHaveCount(0);
    for (const window of [page, other]) {
      await expect(window.getByRole('button', undo)).toHaveCount(1);
    }
    expect(relay.messages - before).toBe(6);
  } finally {
    relay.close();
    await proxy.stop();
  }
});
