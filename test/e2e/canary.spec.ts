import { readFile } from 'node:fs/promises';
import { expect, test } from './support/app.ts';
import { openByMenu } from './support/pages.ts';
import { startProxies } from './support/reference-proxy.ts';
import { saveProfiles } from './support/save-profiles.ts';
import { violations } from './support/violations.ts';

test('a canary of ten that loses the mails is found worse and taken back by itself', async ({
  app: { page, faults },
}, info) => {
  test.skip(info.project.name === 'desktop', 'profiles come over the WebSocket');
  const fleet = await startProxies(10);
  try {
    await saveProfiles(page, fleet.proxies, 'Mail');
    await expect(page.getByText('10 of 10', { exact: true })).toBeVisible();
    await page.locator('[data-card-link]').first().focus();
    await page.keyboard.press('Control+a');
    await page
      .getByRole('region', { name: 'Chosen proxies' })
      .getByRole('button', { name: 'Change…' })
      .click();
    const dialog = page.getByRole('dialog', { name: 'Change 10 proxies' });
    await dialog.getByRole('textbox', { name: 'Transformation' }).fill('true');
    await dialog.getByRole('textbox', { name: 'Name of the plan' }).fill('Quiet');
    await dialog.getByRole('button', { name: 'Read and show the plan' }).click();
    const table = page.getByRole('table', { name: 'Targets of the plan' });
    const inState = (state: string) => table.locator(`tr[data-state="${state}"]`);
    await expect(inState('waiting')).toHaveCount(10);

    await page.getByRole('button', { name: 'First a canary…' }).click();
    const start = page.getByRole('dialog', { name: 'First a canary, then the others' });
    const minutes = start.getByRole('textbox', { name: 'Minutes' });
    await minutes.fill('x');
    await expect(minutes).toHaveAccessibleDescription(/From 0.10 to/);
    await minutes.fill('0.5');
    const approval = start.getByRole('textbox', { name: /^One is of a guarded class/ });
    await expect(start.getByRole('button', { name: 'Change the canary' })).toBeDisabled();
    await approval.fill('quiet 10');
    await expect.poll(() => violations(page)).toEqual([]);
    await approval.press('Enter');
    await expect(start).toBeHidden();

    const panel = page.getByRole('region', { name: /^Canary: proxy-/ });
    await expect(panel.locator('[data-phase="holding"]')).toBeVisible({ timeout: 300_000 });
    await expect(inState('done')).toHaveCount(1);
    const measures = panel.getByRole('table', { name: 'What is found of the canaries' });
    await expect(measures.locator('tr[data-measure]')).toHaveCount(4);
    await expect(panel.getByRole('progressbar')).toBeVisible();
    await expect.poll(() => violations(page)).toEqual([]);

    await expect(panel.locator('[data-phase="over"]')).toBeVisible({ timeout: 300_000 });
    await expect(panel.getByText(/^Worse\. The canaries are as they were before/)).toBeVisible();
    const bytes = measures.locator('tr[data-measure="bytesPerAccess"]');
    await expect(bytes).toHaveAttribute('data-finding', 'worse');
    await expect(bytes).toContainText(/untouched came to ×.*Below ×.* it is worse/);
    await expect(inState('reverted')).toHaveCount(1);
    await expect(inState('waiting')).toHaveCount(9);
    await page.screenshot({ path: info.outputPath('worse.png'), fullPage: true });
    await expect.poll(() => violations(page)).toEqual([]);

    await openByMenu(page, 'Events');
    for (const event of ['changed first', 'worse', 'taken back'])
      await expect(page.getByText(`Canary: ${event}`, { exact: true }).first()).toBeVisible();
    await openByMenu(page, 'Audit log');
    const audit = page.getByRole('table', { name: 'Audit log' });
    await expect(audit.locator('tr[data-outcome="verified"]')).toHaveCount(2);
    await expect(audit.getByRole('link', { name: 'step of a plan' })).toHaveCount(2);
    await page.getByRole('button', { name: 'Verify' }).click();
    await expect(page.getByText('4 entries, all as they were written')).toBeVisible();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: 'CSV' }).click();
    const lines = (await readFile(await (await download).path(), 'utf8')).trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(faults).toEqual([]);
  } finally {
    await fleet.stop();
  }
});
