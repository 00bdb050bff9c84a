import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { fillProfile, openByMenu, openDemo, saveProfile } from './support/pages.ts';
import { type StartedProxy, setTransformation, startProxy } from './support/reference-proxy.ts';

/** Adds a proxy and waits on its page until its settings are read. */
async function addProxy(page: Page, name: string, proxy: StartedProxy): Promise<void> {
  await page.getByRole('link', { name: 'Add a proxy' }).first().click();
  await fillProfile(page, name, proxy, proxy.password);
  await saveProfile(page, name);
  await expect(page.getByTestId('transformation-in-force')).toContainText('none');
}

test('a transformation that somebody else changed meanwhile is not overwritten, and nothing typed is lost', async ({
  app: { page, faults },
}) => {
  const proxy = await startProxy();
  try {
    await addProxy(page, 'Granada', proxy);
    await setTransformation(proxy, 'rev');

    const field = page.getByLabel('New transformation');
    const set = page.getByRole('button', { name: 'Set the transformation' });
    const inForce = page.getByTestId('transformation-in-force');
    await field.fill('tr a-z A-Z');
    await set.click();
    const alert = page.getByRole('alert').filter({ hasText: 'Changed meanwhile' });
    await expect(alert).toContainText('not with this console');
    await expect(alert).toContainText('You saw');
    await expect(alert).toContainText('rev');
    await expect(field).toHaveText('tr a-z A-Z');

    await expect(inForce).toContainText('rev');
    await alert.getByRole('button', { name: 'Go on from there' }).click();
    await expect(alert).toHaveCount(0);
    await expect(field).toBeFocused();
    await expect(field).toHaveText('tr a-z A-Z');
    await set.click();
    await expect(inForce).toContainText('tr a-z A-Z');
    const changes = page.getByRole('region', { name: 'Changes' });
    await expect(changes.getByRole('row').filter({ hasText: 'Conflict' })).toHaveCount(1);
    expect(faults).toEqual([]);
  } finally {
    await proxy.stop();
  }
});

test('a buffer size is checked, accepted, and shown as the one last set from here', async ({
  app: { page },
}) => {
  const proxy = await startProxy();
  try {
    await addProxy(page, 'Ronda', proxy);
    const field = page.getByLabel('New buffer size');
    const set = page.getByRole('button', { name: 'Set the buffer size' });
    await field.fill('5');
    await expect(page.getByText('A whole number, alone with at least two digits')).toBeVisible();
    await expect(set).toBeDisabled();
    await field.fill('8k');
    await set.click();
    await expect(page.getByText('Accepted by the proxy')).toBeVisible();
    await expect(page.getByText('8,192 bytes').first()).toBeVisible();

    const changes = page.getByRole('region', { name: 'Changes' });
    await expect(changes.getByRole('row').filter({ hasText: '8,192 bytes' })).toContainText(
      'Accepted',
    );
    await page.reload();
    await expect(page.getByText('8,192 bytes').first()).toBeVisible();
  } finally {
    await proxy.stop();
  }
});

test('a chart has a table twin with the same numbers, by keyboard too', async ({
  app: { page },
}) => {
  const proxy = await startProxy();
  try {
    await addProxy(page, 'Cuenca', proxy);
    await expect(page.getByRole('img', { name: /^Chart: Connections, last 5 min/ })).toBeVisible();
    const toggle = page.getByRole('button', { name: 'Connections as a table' });
    await toggle.focus();
    await page.keyboard.press('Enter');
    const table = page.getByRole('table', { name: 'Connections, last 5 min' });
    await expect(table.getByRole('columnheader')).toHaveText(['Time', 'Lowest', 'Mean', 'Highest']);
    await expect(table.getByRole('rowheader').first()).toHaveText(/^\d\d:\d\d:\d\d – /);

    const back = page.getByRole('button', { name: 'Connections as a chart' });
    await expect(back).toBeFocused();
    await page.getByText('1 h', { exact: true }).click();
    await expect(page.getByRole('table', { name: 'Connections, last 1 h' })).toBeVisible();
    await back.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('img', { name: /^Chart: Connections, last 1 h/ })).toBeVisible();
  } finally {
    await proxy.stop();
  }
});

test('events tell what happened, and are filtered by proxy and by kind', async ({
  app: { page },
}) => {
  const proxy = await startProxy();
  try {
    await addProxy(page, 'Toledo', proxy);
    await page.getByLabel('New transformation').fill('rev');
    await page.getByRole('button', { name: 'Set the transformation' }).click();
    await expect(page.getByTestId('transformation-in-force')).toContainText('rev');

    await openByMenu(page, 'Events');
    const rows = page.getByRole('table').locator('tbody').getByRole('row');
    await expect(
      rows.filter({ hasText: /Transformation: none → rev \(Verified, by / }),
    ).toHaveCount(1);
    await expect(rows.filter({ hasText: 'Profile added' })).toHaveCount(1);

    await page.getByRole('combobox', { name: 'Kind' }).click();
    await page.getByRole('option', { name: 'Changed', exact: true }).click();
    await page.keyboard.press('Escape');
    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText('rev');

    await page.getByRole('button', { name: 'Clear the filters' }).click();
    await expect(rows.filter({ hasText: 'Profile added' })).toHaveCount(1);
    await rows.getByRole('link', { name: 'Toledo' }).first().click();
    await expect(page.getByRole('heading', { level: 1, name: 'Toledo' })).toBeVisible();
  } finally {
    await proxy.stop();
  }
});

test('the focus stays where the keyboard left it, and goes to the heading where that is gone', async ({
  app: { page },
}) => {
  await openDemo(page, 'Demo Buenos Aires');
  await page.getByRole('button', { name: 'Unlock for 10 minutes' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Lock now' })).toBeFocused();

  await page.getByLabel('New transformation').fill('rev');
  const set = page.getByRole('button', { name: 'Set the transformation' });
  await set.focus();
  await page.keyboard.press('Enter');
  const name = page.getByRole('dialog').getByRole('textbox');
  await expect(name).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(set).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(name).toBeFocused();
  await page.keyboard.type('Demo Buenos Aires');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('transformation-in-force')).toContainText('rev');
  await expect(set).toBeFocused();

  await openByMenu(page, 'Profiles');
  await page.getByRole('button', { name: 'Remove Demo Lisboa' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Demo Lisboa was removed')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Profiles' })).toBeFocused();
  await page.getByRole('button', { name: 'Undo' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Demo Lisboa is back')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Profiles' })).toBeFocused();
});
