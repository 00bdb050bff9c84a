import { expect, type Locator, type Page } from '@playwright/test';
import type { StartedProxy } from './reference-proxy.ts';

/** The card of one proxy on the fleet board. */
export function cardOf(page: Page, name: string): Locator {
  return page.getByRole('article', { name, exact: true });
}

/** Starts the demo fleet on a first run, and waits until it is read. */
export async function startDemo(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Start the demo fleet' }).click();
  await expect(cardOf(page, 'Demo Madrid')).toHaveAttribute('data-state', 'ready');
}

/** Goes to a page by the menu, as a user does. */
export async function openByMenu(page: Page, title: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: title, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

/** Fills in the editor of a new profile, but for what is given as undefined. */
export async function fillProfile(
  page: Page,
  name: string,
  proxy: Pick<StartedProxy, 'host' | 'port' | 'udpPort' | 'user'>,
  password: string,
): Promise<void> {
  await page.getByRole('textbox', { name: /^Name/ }).fill(name);
  await page.getByRole('textbox', { name: /^Host/ }).fill(proxy.host);
  await page.getByRole('textbox', { name: /^SCTP port/ }).fill(String(proxy.port));
  await page.getByText('SCTP in UDP', { exact: true }).click();
  await page.getByRole('textbox', { name: /^UDP port/ }).fill(String(proxy.udpPort));
  await page.getByRole('textbox', { name: /^User/ }).fill(proxy.user);
  await passwordField(page).fill(password);
}

/** Unfolds a part of the profile's form. */
export async function unfold(page: Page, title: string): Promise<void> {
  const head = page.getByRole('button', { name: title, exact: true });
  if ((await head.getAttribute('aria-expanded')) === 'false') await head.click();
}

/** A password field is no textbox to a screen reader, so it is found by its label. */
export function passwordField(page: Page): Locator {
  return page.locator('input').and(page.getByLabel(/^Password/));
}
