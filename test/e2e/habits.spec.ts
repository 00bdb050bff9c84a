import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { cardOf, openDemo, startDemo } from './support/pages.ts';

const scrolled = (page: Page) => page.evaluate(() => Math.round(window.scrollY));
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** Whether one lies over the other; null where one of them is not on the page. */
async function overlap(a: Locator, b: Locator): Promise<boolean | null> {
  const [one, other] = [await a.boundingBox(), await b.boundingBox()];
  if (one === null || other === null) return null;
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

test('going back returns to the card and the place that were left; going on begins at the top', async ({
  app: { page },
}) => {
  await page.setViewportSize({ width: 900, height: 500 });
  await startDemo(page);
  const card = cardOf(page, 'Demo Madrid').getByRole('link').first();
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await expect.poll(() => scrolled(page)).toBeGreaterThan(50);
  await card.focus();
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('Demo Madrid');
  await expect(heading(page)).toBeFocused();
  await expect.poll(() => scrolled(page)).toBe(0);
  await expect(page.getByTestId('transformation-in-force')).toContainText('none');

  // From far down one page to the next: its heading is whole.
  const below = page.getByRole('region', { name: 'Diagnostics' });
  await below.scrollIntoViewIfNeeded();
  await expect.poll(() => scrolled(page)).toBeGreaterThan(300);
  await expect(below).toBeInViewport();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Settings');
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('Settings');
  await expect.poll(() => scrolled(page)).toBe(0);
  await expect.poll(async () => (await heading(page).boundingBox())?.y).toBeGreaterThan(0);

  await page.goBack();
  await expect(heading(page)).toHaveText('Demo Madrid');
  // What was looked at, and not a number of pixels: what comes above it late moves the page and not what is seen.
  await expect(below).toBeInViewport();
  await expect.poll(() => scrolled(page)).toBeGreaterThan(300);
  await page.goBack();
  await expect(heading(page)).toHaveText('Fleet');
  await expect(card).toBeFocused();
  await expect(card).toBeInViewport();
  await expect.poll(() => scrolled(page)).toBeGreaterThan(0);
});

test('Enter does what the form of a field does, and as little as its button where that is blocked', async ({
  app: { page },
}) => {
  await openDemo(page, 'Demo Lisboa');
  const inForce = page.getByTestId('transformation-in-force');
  await expect(inForce).toContainText('none');
  const field = page.getByLabel('New transformation');
  await field.press('Enter');
  await field.fill('rev');
  await field.press('Enter');
  await expect(inForce).toContainText('rev');
  const size = page.getByLabel('New buffer size');
  await size.fill('4096');
  await size.press('Enter');
  await expect(page.getByText('Accepted by the proxy')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Changes' }).locator('tbody tr')).toHaveCount(2);

  await page.getByRole('treeitem', { name: 'Demo Buenos Aires' }).click();
  await expect(page.getByText('Production: locked')).toBeVisible();
  await page.getByLabel('New transformation').fill('rev');
  await page.getByLabel('New transformation').press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('button', { name: 'Unlock for 10 minutes' }).click();
  await expect(page.getByText('Production: unlocked')).toBeVisible();
  await page.getByLabel('New transformation').press('Enter');
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
});

test('the shortcuts are shown by ? and from the palette, and not while somebody types', async ({
  app: { page },
}) => {
  await startDemo(page);
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await page.keyboard.press('?');
  await expect(sheet).toContainText('From one proxy to the next');
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await page.keyboard.press('/');
  await page.keyboard.type('?');
  await expect(sheet).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('shortcuts');
  await page.keyboard.press('Enter');
  await expect(sheet).toBeVisible();
});

test('what tells of an undo does not lie over the row that it was made in, and is dismissed', async ({
  app: { page },
}) => {
  await startDemo(page);
  await page.setViewportSize({ width: 900, height: 500 });
  await cardOf(page, 'Demo Lisboa').getByRole('link').first().click();
  await page.getByLabel('New transformation').fill('rev');
  await page.getByLabel('New transformation').press('Enter');
  const row = page.getByRole('region', { name: 'Changes' }).locator('tbody tr').last();
  const undo = row.getByRole('button', { name: /^Undo/ });
  await expect(undo).toBeVisible();
  await undo.evaluate((button) => button.scrollIntoView({ block: 'end' }));
  await undo.click();
  const toast = page.locator('.mantine-Notification-root');
  await expect(toast).toContainText('Changed and verified');
  await expect.poll(() => overlap(toast, row)).toBe(false);
  await toast.getByRole('button', { name: 'Close' }).click();
  await expect(toast).toHaveCount(0);
});

test('every page is as wide as every other', async ({ app: { page } }) => {
  await startDemo(page);
  await page.setViewportSize({ width: 1920, height: 1080 });
  const widths: number[] = [];
  for (const [path, title] of [
    ['#/profiles', 'Profiles'],
    ['#/profiles/new', 'New profile'],
    ['#/events', 'Events'],
    ['#/settings', 'Settings'],
  ] as const) {
    await page.goto(new URL(path, page.url()).href);
    // The page of before stays until the next is there.
    await expect(heading(page)).toHaveText(title);
    await expect(page.locator('#content :is(section, table)').first()).toBeVisible();
    widths.push(
      await page.evaluate(() => {
        const parts = document.querySelectorAll('#content section, #content table');
        return Math.round(
          Math.max(...[...parts].map((part) => part.getBoundingClientRect().right)),
        );
      }),
    );
  }
  expect(Math.max(...widths) - Math.min(...widths)).toBeLessThanOrEqual(24);
});
