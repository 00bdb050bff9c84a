import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { addPasted, openByMenu } from './support/pages.ts';

const table = [
  'host,name,user,environment,folder,tags',
  'a.example.net,Frankfurt mail relay 01,operator,production,Europe/Spain/Madrid data centre,"mail, eu"',
  'b.example.net,Frankfurt mail relay 02,monitoring,staging,Europe/Portugal,edge',
  'c.example.net,Frankfurt mail relay 03,admin,production,,',
];

/** Which of what is found is not to be read in full. */
function cutOff(page: Page, selector: string): Promise<readonly string[]> {
  return page.locator(selector).evaluateAll((elements) =>
    elements.flatMap((element) => {
      const cell = element.closest('th, td')?.getBoundingClientRect();
      const box = element.getBoundingClientRect();
      const inView = cell !== undefined && box.right <= cell.right && box.bottom <= cell.bottom;
      const whole = element.scrollWidth <= element.clientWidth + 1;
      return inView && whole ? [] : [element.textContent ?? ''];
    }),
  );
}

/** The controls that lie beneath what was told. */
function covered(page: Page): Promise<readonly string[]> {
  return page.getByRole('region', { name: 'Messages' }).evaluate((list) => {
    const { left, top, width, height } = list.getBoundingClientRect();
    const found = new Set<string>();
    for (let x = left + 4; x < left + width; x += 12) {
      for (let y = top + 4; y < top + height; y += 8) {
        for (const element of document.elementsFromPoint(x, y)) {
          if (
            element.matches('a, button, input, tr, [role="treeitem"]') &&
            !list.contains(element)
          ) {
            found.add(element.outerHTML);
          }
        }
      }
    }
    return [...found];
  });
}

/** Pixels that the tree of proxies has in the menu. */
function treeHeight(page: Page): Promise<number> {
  return page.evaluate(
    () => document.querySelector('[role="tree"]')?.parentElement?.clientHeight ?? 0,
  );
}

for (const size of [
  { width: 1280, height: 800 },
  { width: 900, height: 700 },
  { width: 390, height: 800 },
]) {
  test(`names, classes and passwords are read in full at ${size.width} by ${size.height}, and tools take one line`, async ({
    app: { page },
  }) => {
    await openByMenu(page, 'Profiles');
    await page.getByRole('link', { name: 'Paste a list' }).first().click();
    await page.getByRole('textbox', { name: 'Your list' }).fill(table.join('\n'));
    await addPasted(page, 3);
    await openByMenu(page, 'Profiles');
    await expect(page.locator('tr[data-profile]')).toHaveCount(3);
    await page.setViewportSize(size);
    for (const what of ['a', '[data-column="environment"]', '[data-column="password"]']) {
      const found = `tr[data-profile] ${what}`;
      await expect(page.locator(found).first()).toBeVisible();
      await expect.poll(() => cutOff(page, found), what).toEqual([]);
    }
    await page.getByRole('checkbox', { name: 'Select Frankfurt mail relay 01' }).check();
    const tools = page.getByRole('toolbar', { name: 'Chosen proxies' });
    const more = tools.getByRole('button', { name: 'More' });
    await expect(more).toBeVisible();
    const lines = () =>
      tools.getByRole('button').evaluateAll((all) => {
        const tops = all.map((button) => button.getBoundingClientRect().top);
        return Math.max(...tops) - Math.min(...tops);
      });
    await expect.poll(lines).toBeLessThan(20);
    const inRow = await tools.getByRole('link', { name: 'Compare' }).isVisible();
    await more.click();
    await expect(page.getByRole('menuitem', { name: 'Duplicate' })).toBeVisible();
    await expect(page.getByRole('menuitem', { name: 'Compare' })).toHaveCount(inRow ? 0 : 1);
    const room = await treeHeight(page);
    if (size.width > 767) expect(room).toBeGreaterThan(100);
    await page.getByRole('menuitem', { name: 'Make favourites' }).click();
    await expect(page.getByText('1 profile is a favourite now')).toBeVisible();
    if (size.width > 767) await expect.poll(() => treeHeight(page)).toBe(room);
    // A message is there for some seconds: its key comes first.
    await page.keyboard.press('F8');
    await expect(page.getByRole('button', { name: 'Undo' }).last()).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByText('Taken back')).toBeVisible();
    await expect.poll(() => covered(page)).toEqual([]);
    await page.evaluate(() => window.scrollTo(0, 60));
    await expect.poll(() => covered(page)).toEqual([]);

    await page.getByRole('button', { name: 'What the filter understands' }).click();
    const help = page.getByRole('dialog', { name: 'What the filter understands' });
    await expect(help).toBeVisible();
    await expect(help).toBeInViewport({ ratio: 1 });
  });
}
