import { createSocket } from 'node:dgram';
import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { cardOf, fillProfile, startDemo } from './support/pages.ts';
import { violations } from './support/violations.ts';

const palette = (page: Page) => page.getByRole('dialog', { name: 'Search' });
const options = (page: Page) => palette(page).getByRole('option');

test('the palette does what its words mean, nothing that needs care by a mere Enter, and remembers', async ({
  app: { page },
}) => {
  await startDemo(page);
  const lisboa = cardOf(page, 'Demo Lisboa');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('discon');
  await expect(options(page)).toHaveCount(3);
  await page.keyboard.press('Enter');
  await expect(palette(page)).toContainText('Choose with the arrow keys');
  await page.keyboard.press('Escape');
  await expect(lisboa).toHaveAttribute('data-state', 'ready');

  await page.keyboard.press('Control+k');
  await page.keyboard.type('lisboa discon');
  await expect(options(page)).toHaveText(['Disconnect Demo Lisboa']);
  await page.keyboard.press('Enter');
  await expect(lisboa).toHaveAttribute('data-state', 'off');

  await page.keyboard.press('Control+k');
  await page.keyboard.type('connect demo lis');
  await page.keyboard.press('Enter');
  await expect(lisboa).toHaveAttribute('data-state', 'ready');
  await page.keyboard.press('Control+k');
  // To connect is no longer to be done; what was done before it, is again.
  await expect(options(page).first()).toHaveText('Disconnect Demo Lisboa');
  await expect(options(page).first()).toHaveAttribute('aria-selected', 'false');
});

test('what is typed before the palette has come stands in its field', async ({ app: { page } }) => {
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/palette-content-*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(palette(page)).toBeFocused();
  await page.keyboard.type('audit log');
  letGo();
  await expect(palette(page).getByRole('combobox')).toHaveValue('audit log');
  await expect(palette(page).getByRole('combobox')).toBeFocused();
});

test('what is chosen before the palette has come is done once it has', async ({
  app: { page },
}) => {
  await startDemo(page);
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/palette-content-*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.reload();
  await expect(cardOf(page, 'Demo Lisboa')).toHaveAttribute('data-state', 'ready');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('discon');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(palette(page)).toBeFocused();
  letGo();
  await expect(palette(page)).toHaveCount(0);
  await expect(page.locator('article[data-state="off"]')).toHaveCount(1);
});

/** Nothing here waits for a dialog: each key is pressed at once, as who knows the way does. */
test('a change to a production proxy is taken back from the palette with its name typed', async ({
  app: { page },
}) => {
  await startDemo(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('unlock');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('treeitem', { name: 'Demo Buenos Aires' }).click();
  await expect(page.getByText('Production: unlocked')).toBeVisible();
  const field = page.getByLabel('New transformation');
  await field.fill('rev');
  await field.press('Enter');
  await page.keyboard.type('Demo Buenos Aires');
  await page.keyboard.press('Enter');
  const inForce = page.getByTestId('transformation-in-force');
  await expect(inForce).toContainText('rev');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('undo');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Demo Buenos Aires');
  await page.keyboard.press('Enter');
  await expect(inForce).toContainText('none');
});

test('single keys go about, and can be switched off', async ({ app: { page } }) => {
  await startDemo(page);
  const heading = page.getByRole('heading', { level: 1 });
  await page.keyboard.press('g');
  await page.keyboard.press('e');
  await expect(heading).toHaveText('Events');
  await page.keyboard.press('g');
  await page.keyboard.press('f');
  await expect(heading).toHaveText('Fleet');
  await page.keyboard.press('/');
  await page.keyboard.type('madrid');
  await page.keyboard.press('Enter');
  await expect(cardOf(page, 'Demo Madrid').getByRole('link').first()).toBeFocused();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await sheet.getByRole('switch').click();
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  for (const key of ['?', 'g', 'e']) await page.keyboard.press(key);
  await expect(heading).toHaveText('Fleet');
  await expect(sheet).toHaveCount(0);
});

test('the menu is a tree of folders that is walked by keys, folded for good, and tells of trouble', async ({
  app: { page },
}) => {
  await startDemo(page);
  const folder = page.getByRole('treeitem', { name: /^Demo \d/ });
  await expect(folder).toHaveAttribute('aria-expanded', 'true');
  await folder.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('treeitem', { name: 'Demo Buenos Aires' })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(folder).toHaveAttribute('aria-expanded', 'false');
  await expect(page.getByRole('treeitem')).toHaveCount(1);
  await page.reload();
  await expect(folder).toHaveAttribute('aria-expanded', 'false');
  await expect(page).toHaveTitle('Fleet · SPCP Console');

  const port = await closedPort();
  await page.getByRole('link', { name: 'Add a proxy' }).first().click();
  await fillProfile(
    page,
    'Vigo',
    { host: '127.0.0.1', port: 9090, udpPort: port, user: 'admin' },
    'x',
  );
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page).toHaveTitle(/^\(1\) /);
  await expect(page.getByRole('link', { name: '1 proxy needs attention' })).toBeVisible();
  await expect(page.getByRole('treeitem', { name: 'Vigo' })).toContainText('Unreachable');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.keyboard.press('Control+k');
    await page.keyboard.type('vigo');
    await expect.poll(() => violations(page), `the palette, ${colorScheme}`).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await expect(page.getByRole('switch')).toBeVisible();
    await expect.poll(() => violations(page), `the shortcuts, ${colorScheme}`).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect.poll(() => violations(page), `the menu, ${colorScheme}`).toEqual([]);
  }
});

/** A UDP port of this machine that nobody listens to. */
async function closedPort(): Promise<number> {
  const socket = createSocket('udp4');
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  const { port } = socket.address();
  await new Promise<void>((resolve) => socket.close(() => resolve()));
  return port;
}
