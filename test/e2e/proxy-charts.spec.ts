import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { fillProfile, openDemo, restingBox } from './support/pages.ts';
import { startProxy } from './support/reference-proxy.ts';
import { violations } from './support/violations.ts';

/** What the address says behind its `?`. */
function searchOf(page: Page): URLSearchParams {
  return new URLSearchParams(new URL(page.url()).hash.split('?')[1]);
}

test('settings and charts are in one window of 1440 by 900, and no row of charts has an empty place', async ({
  app: { page },
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openDemo(page, 'Demo Buenos Aires');
  await expect(page.getByText('Production: locked')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Set the buffer size' })).toBeInViewport({
    ratio: 1,
  });
  await expect(page.getByText(/SPCP cannot read the size back/)).toBeHidden();
  await page.getByRole('button', { name: 'How it works: Buffer size' }).click();
  await expect(page.getByText(/SPCP cannot read the size back/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText(/SPCP cannot read the size back/)).toBeHidden();
  const panels = page.getByRole('region', { name: 'Over time' }).getByRole('region');
  await expect(panels).toHaveCount(5);
  await expect(panels.last()).toBeInViewport({ ratio: 1 });
  const boxes = await panels.evaluateAll((all) =>
    all.map((each) => each.getBoundingClientRect()).map(({ top, right }) => ({ top, right })),
  );
  const edge = Math.max(...boxes.map(({ right }) => right));
  for (const { top } of boxes) {
    const row = boxes.filter((box) => Math.abs(box.top - top) < 2);
    expect(Math.max(...row.map(({ right }) => right))).toBeGreaterThan(edge - 2);
  }
});

test('a range with little in it begins with the record, and says since when', async ({
  app: { page },
}) => {
  await openDemo(page, 'Demo Madrid');
  const charts = page.getByRole('region', { name: 'Over time' });
  await charts.getByText('1 year', { exact: true }).click();
  await expect(charts).toContainText('Recorded since');
  await page.getByRole('button', { name: 'Connections as a table' }).click();
  const table = page.getByRole('table', { name: 'Connections, last 1 year' });
  await expect(table.getByRole('rowheader').first()).toHaveText(/^\d\d:\d\d:\d\d – /);
});

test('a drag, the keys and the way back move all charts, the address and the link to a comparison', async ({
  app: { page, faults },
}) => {
  await openDemo(page, 'Demo Madrid');
  const chart = page.getByRole('img', { name: /^Chart: Connections/ });
  await expect(chart).toBeVisible();
  const plot = chart.locator('.u-over');
  const box = await restingBox(plot);
  const y = box.y + box.height / 2;
  const others = page.getByRole('region', { name: 'Throughput' });
  await expect(others).not.toContainText(/\d\d:\d\d:\d\d/);
  await page.mouse.move(box.x + box.width * 0.4, y);
  await expect(others).toContainText(/\d\d:\d\d:\d\d/);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.9, y, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => searchOf(page).has('from')).toBe(true);
  const span = Number(searchOf(page).get('to')) - Number(searchOf(page).get('from'));
  const link = page.getByRole('link', { name: 'Compare with others' });
  await expect(link).toHaveAttribute('href', /[?&]from=\d+&to=\d+/);

  const frame = page.getByRole('application', { name: /Throughput/ });
  await frame.focus();
  await page.keyboard.press('-');
  await expect
    .poll(() => Number(searchOf(page).get('to')) - Number(searchOf(page).get('from')))
    .toBeGreaterThan(span * 1.5);
  // There is no last point before the readings of the new span are there.
  await expect
    .poll(async () => {
      await page.keyboard.press('End');
      return page.getByText(/^\d\d:\d\d:\d\d: .*\/s$/).count();
    })
    .toBeGreaterThan(0);
  await page.keyboard.press('0');
  await expect.poll(() => searchOf(page).has('from')).toBe(false);
  await expect(page.getByRole('img', { name: /^Chart: Connections, last 5 min/ })).toBeVisible();
  await page.goBack();
  await expect.poll(() => searchOf(page).has('from')).toBe(true);
  expect(faults).toEqual([]);
});

test('a mark says with the focus, and in the table, what happened, and leads to before and after', async ({
  app: { page, faults },
}) => {
  await openDemo(page, 'Demo Lisboa');
  await page.getByLabel('New transformation').fill('rev');
  await page.getByRole('button', { name: 'Set the transformation' }).click();
  await expect(page.getByTestId('transformation-in-force')).toContainText('rev');
  const marks = page.getByRole('toolbar', { name: 'What happened: Connections' });
  const mark = marks.getByRole('link', { name: /Transformation: none → rev \(Verified, by / });
  await expect(mark).toBeVisible();
  await expect.poll(() => violations(page)).toEqual([]);
  await page.getByRole('application', { name: /Connections/ }).focus();
  await page.keyboard.press('Tab');
  await expect(mark).toBeFocused();
  await expect(page.getByRole('tooltip')).toContainText('none → rev');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Before and after' })).toBeVisible();
  await expect(page.getByText(/^Transformation: none → rev/)).toBeVisible();
  await expect(page.getByRole('rowheader', { name: 'Round trip, ms' })).toBeVisible();
  await expect.poll(() => violations(page), 'before and after').toEqual([]);
  await page.goBack();
  await expect(page.locator('a:focus')).toHaveAccessibleName(/none → rev/);
  await page.getByRole('button', { name: 'Connections as a table' }).click();
  const table = page.getByRole('table', { name: 'Connections, last 5 min' });
  await expect(table.getByRole('rowheader', { name: /none → rev/ })).toHaveCount(1);
  await table.getByRole('link', { name: 'Before and after' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Before and after' })).toBeVisible();
  expect(faults).toEqual([]);
});

test('a proxy that is gone is unreachable since then, in words, with its last values shown as old', async ({
  app: { page },
}) => {
  const proxy = await startProxy();
  try {
    await page.getByRole('link', { name: 'Add a proxy' }).first().click();
    await fillProfile(page, 'Jaca', proxy, proxy.password);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByTestId('transformation-in-force')).toContainText('none');
    await expect(page.getByText(/^Last reading at/)).toBeVisible();
  } finally {
    await proxy.stop();
  }
  await expect(page.getByRole('status').getByText(/^Unreachable since \d\d:\d\d$/)).toBeVisible();
  await expect(page.getByText(/^Stale: the last reading was/)).toBeVisible();
  await expect(page.getByText('In force when last read')).toBeVisible();
  await expect.poll(() => violations(page)).toEqual([]);
});
