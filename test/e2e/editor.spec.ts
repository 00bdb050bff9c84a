import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { cardOf, fillProfile, passwordField, saveProfile, unfold } from './support/pages.ts';
import { startProxy } from './support/reference-proxy.ts';
import { violations } from './support/violations.ts';

const nowhere = { host: '127.0.0.1', port: 9090, udpPort: 1, user: 'operator' };

const field = (page: Page, name: RegExp): Locator => page.getByRole('textbox', { name });

/** What is wanted for most proxies. */
const common = (page: Page): readonly Locator[] => [
  field(page, /^Name/),
  page.getByRole('combobox', { name: 'Folder' }),
  field(page, /^Host/),
  field(page, /^SCTP port/),
  page.getByRole('radio', { name: 'Automatic' }),
  page.getByRole('radio', { name: 'SSH relay' }),
  page.getByText('Kernel SCTP where this machine has it'),
  field(page, /^UDP port/),
  field(page, /^User/),
  passwordField(page),
  page.getByRole('button', { name: 'Test connection' }),
  page.getByRole('button', { name: 'Save', exact: true }),
];

test('what most proxies want fits on one screen, in two columns, and begins at the name', async ({
  app: { page },
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('link', { name: 'Add a proxy' }).first().click();
  await expect(field(page, /^Name/)).toBeFocused();
  const save = page.getByRole('button', { name: 'Save', exact: true });
  await expect(async () => {
    const bar = await save.boundingBox();
    const boxes = await Promise.all(common(page).map((each) => each.boundingBox()));
    for (const [index, box] of boxes.entries()) {
      const name = String(common(page)[index]);
      expect(box, name).not.toBeNull();
      expect(box?.y, name).toBeGreaterThanOrEqual(0);
      // Nothing lies behind the bar at the foot, which is itself within the window.
      const foot = index < boxes.length - 2 ? (bar?.y ?? 0) : 800;
      expect((box?.y ?? 0) + (box?.height ?? 0), name).toBeLessThanOrEqual(foot);
    }
    const [nameBox, folderBox] = boxes;
    expect(folderBox?.y).toBeCloseTo(nameBox?.y ?? 0, 0);
    expect(folderBox?.x).toBeGreaterThan((nameBox?.x ?? 0) + (nameBox?.width ?? 0));
  }).toPass({ timeout: 60_000 });
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0);
});

test('the way is one choice with its hint, and a click elsewhere is not lost to a field that was left empty', async ({
  app: { page },
}) => {
  await page.getByRole('link', { name: 'Add a proxy' }).first().click();
  await expect(field(page, /^Name/)).toBeFocused();
  await page.getByText('SSH relay', { exact: true }).click();
  await expect(page.getByRole('radio', { name: 'SSH relay' })).toBeChecked();
  await expect(page.getByText('Through your own ssh')).toBeVisible();
  await expect(page.getByText('Kernel SCTP where this machine has it')).toHaveCount(0);
  await expect(field(page, /^SSH destination/)).toBeVisible();
  await expect(page.getByText('Fill this in.')).toHaveCount(0);
});

test('a folded section says what it holds, and a fault in it unfolds it with the focus at the fault', async ({
  app: { page },
}) => {
  await page.getByRole('link', { name: 'Add a proxy' }).first().click();
  await fillProfile(page, 'Madrid', nowhere, 'secret');
  const head = page.getByRole('button', { name: 'Class, polling and intent', exact: true });
  await expect(head).toHaveAttribute('aria-expanded', 'false');
  await expect(page.getByText('Interval in seconds: 1')).toBeVisible();
  await head.press('Enter');
  const interval = field(page, /^Interval in seconds/);
  await interval.fill('0.1');
  await head.press('Enter');
  await expect(page.getByText('Interval in seconds: 0.1')).toBeVisible();
  await expect.poll(() => violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(interval).toBeFocused();
  await expect(page.getByText('A number from 0.5 to 3600.')).toBeVisible();
  await expect.poll(() => violations(page)).toEqual([]);
});

test('from a proxy that wants its password the form begins there, and its notes and tags are on its page', async ({
  app: { page },
}) => {
  const proxy = await startProxy();
  try {
    await page.getByRole('link', { name: 'Add a proxy' }).first().click();
    await fillProfile(page, 'Madrid', proxy, 'wrong');
    await unfold(page, 'Tags and notes');
    await field(page, /^Tags/).fill('mail, eu');
    await field(page, /^Notes/).fill('Ask Ana first.\nRestarts at four.');
    await saveProfile(page, 'Madrid');
    const notes = page.getByRole('region', { name: 'Tags and notes' });
    await expect(notes).toContainText('mail');
    await expect(notes).toContainText('Restarts at four.');
    const banner = page.getByRole('alert').filter({ hasText: /password/i });
    await banner.getByRole('link', { name: 'Edit profile' }).click();
    await expect(passwordField(page)).toBeFocused();
    await page.keyboard.type(proxy.password);
    await page.keyboard.press('Enter');
    await expect(page.getByText('Ready', { exact: true }).first()).toBeVisible();
    await notes.getByRole('link', { name: /edit/i }).click();
    await expect(field(page, /^Tags/)).toBeFocused();
  } finally {
    await proxy.stop();
  }
});

test('a duplicate begins as its profile but for name and password, and is another one', async ({
  app: { page },
}) => {
  await page.getByRole('link', { name: 'Add a proxy' }).first().click();
  await fillProfile(page, 'Madrid', nowhere, 'secret');
  await saveProfile(page, 'Madrid');
  await page.getByRole('link', { name: 'Duplicate' }).click();
  await expect(field(page, /^Name/)).toBeFocused();
  await expect(field(page, /^Name/)).toHaveValue('');
  await expect(field(page, /^User/)).toHaveValue('operator');
  await expect(field(page, /^UDP port/)).toHaveValue('1');
  await expect(passwordField(page)).toHaveValue('');
  await page.keyboard.type('Toledo');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Toledo' })).toBeVisible();
  await page.goto(new URL('#/', page.url()).href);
  await expect(cardOf(page, 'Madrid')).toBeVisible();
  await expect(cardOf(page, 'Toledo')).toContainText(/password/i);
});
