import { freeUdpPort } from '../support/free-port.ts';
import { expect, test } from './support/app.ts';
import { cardOf, fillProfile, openByMenu, passwordField, saveProfile } from './support/pages.ts';
import { startProxy } from './support/reference-proxy.ts';

test('a profile with a wrong password needs attention, says what to do, and works once it is put right', async ({
  app: { page },
}) => {
  const proxy = await startProxy();
  try {
    await page.getByRole('link', { name: 'Add a proxy' }).first().click();
    await fillProfile(page, 'Madrid', proxy, 'not the password');
    await page.getByRole('button', { name: 'Test connection' }).click();
    await expect(page.getByText('Failed at: Log in').first()).toBeVisible();
    const outdated = page.getByText('Of what the form held before');
    await page.getByRole('textbox', { name: /^Name/ }).fill('Madrid 2');
    await expect(outdated).toHaveCount(0);
    await page.getByRole('textbox', { name: /^Host/ }).fill('elsewhere.example');
    await expect(outdated).toBeVisible();
    await page.getByRole('textbox', { name: /^Host/ }).fill(proxy.host);
    await expect(outdated).toHaveCount(0);
    await passwordField(page).fill('not the password either');
    await expect(outdated).toBeVisible();
    await page.getByRole('textbox', { name: /^Name/ }).fill('Madrid');
    await saveProfile(page, 'Madrid');

    await openByMenu(page, 'Fleet');
    const card = cardOf(page, 'Madrid');
    await expect(card).toHaveAttribute('data-state', 'needs-attention');
    await expect(card).toContainText(/password/i);

    await openByMenu(page, 'Profiles');
    await page.getByRole('link', { name: 'Edit Madrid' }).click();
    await passwordField(page).fill(proxy.password);
    await saveProfile(page, 'Madrid');
    await openByMenu(page, 'Fleet');
    await expect(card).toHaveAttribute('data-state', 'ready');
  } finally {
    await proxy.stop();
  }
});

test('a proxy that stops is waited for, and is back when it is', async ({ app: { page } }) => {
  const udpPort = await freeUdpPort();
  const password = 'the same each time';
  const proxy = await startProxy(udpPort, password);
  await page.getByRole('link', { name: 'Add a proxy' }).first().click();
  await fillProfile(page, 'Lisboa', proxy, password);
  await saveProfile(page, 'Lisboa');
  await openByMenu(page, 'Fleet');
  const card = cardOf(page, 'Lisboa');
  await expect(card).toHaveAttribute('data-state', 'ready');

  await proxy.stop();
  await expect(card).toHaveAttribute('data-state', 'waiting');
  await expect(card).toContainText(/Unreachable since .*last read/);

  const again = await startProxy(udpPort, password);
  try {
    await expect(card).toHaveAttribute('data-state', 'ready', { timeout: 90_000 });
    await openByMenu(page, 'Events');
    await expect(page.getByRole('table')).toContainText('Lisboa');
  } finally {
    await again.stop();
  }
});

test('a field that is wrong says so at the field, and nothing typed is lost', async ({
  app: { page },
}) => {
  await page.getByRole('link', { name: 'Add a proxy' }).first().click();
  await page.getByLabel(/^Host/).fill('not a host');
  await page.getByLabel(/^SCTP port/).fill('70000');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Fill this in.').first()).toBeVisible();
  await expect(page.getByText('A whole number from 1 to 65535.')).toBeVisible();
  await expect(page.getByLabel(/^Host/)).toHaveValue('not a host');
});

test('a removed profile is back after undo, with its password', async ({ app: { page } }) => {
  const proxy = await startProxy();
  try {
    await page.getByRole('link', { name: 'Add a proxy' }).first().click();
    await fillProfile(page, 'Sevilla', proxy, proxy.password);
    await saveProfile(page, 'Sevilla');
    await openByMenu(page, 'Profiles');
    await page.getByRole('button', { name: 'Remove Sevilla' }).click();
    await page.getByRole('button', { name: /^Undo/ }).click();
    await openByMenu(page, 'Fleet');
    await expect(cardOf(page, 'Sevilla')).toHaveAttribute('data-state', 'ready');
  } finally {
    await proxy.stop();
  }
});
