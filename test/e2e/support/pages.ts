import { expect, type Locator, type Page } from '@playwright/test';
import type { StartedProxy } from './reference-proxy.ts';

/** The card of one proxy on the fleet board. */
export function cardOf(page: Page, name: string): Locator {
  return page.getByRole('article', { name, exact: true });
}

/** Starts the demo fleet on a first run, and waits until all of it is read: a card that is read says more, and moves what comes after it. */
export async function startDemo(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Start the demo fleet' }).click();
  await expect(page.locator('article[data-state="ready"]')).toHaveCount(3);
}

/** Starts the demo fleet, and opens the page of one of its proxies, whose settings are read by then; production is locked there. */
export async function openDemo(page: Page, name: string): Promise<void> {
  await startDemo(page);
  await cardOf(page, name).getByRole('link').first().click();
  await expect(page.getByTestId('transformation-in-force')).toContainText('none');
}

/** Saves what the editor of a profile holds, and waits for the page of the proxy that this leads to: before that, to go elsewhere is asked about. */
export async function saveProfile(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
}

/** Adds so many of the pasted list, and waits for the list of profiles that this leads to. */
export async function addPasted(page: Page, count: number): Promise<void> {
  await page.getByRole('button', { name: `Add ${count} profiles` }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: 'Profiles', exact: true }),
  ).toBeVisible();
}

/** Where something is once it does not move. Rejects where it has no place. */
export async function restingBox(what: Locator): Promise<{
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}> {
  await what.scrollIntoViewIfNeeded();
  const box = await what.boundingBox();
  if (box === null) throw new Error('it has no place');
  return box;
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
  await expect(head).toHaveAttribute('aria-expanded', 'true');
}

/** A password field is no textbox to a screen reader, so it is found by its label. */
export function passwordField(page: Page): Locator {
  return page.locator('input').and(page.getByLabel(/^Password/));
}
