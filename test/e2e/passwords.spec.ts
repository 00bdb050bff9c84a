import { expect, test } from './support/app.ts';
import { addPasted, cardOf, openByMenu } from './support/pages.ts';
import { startProxy } from './support/reference-proxy.ts';

test('proxies that share a login are given its password once', async ({ app: { page } }) => {
  const password = 'correct horse';
  const proxies = await Promise.all([1, 2, 3].map(() => startProxy(0, password)));
  try {
    await openByMenu(page, 'Profiles');
    await page.getByRole('link', { name: 'Paste a list' }).first().click();
    const rows = proxies.map(({ host, udpPort }, n) => `p${n},${host},udp,${udpPort}`);
    const list = ['name,host,transport,udp port', ...rows].join('\n');
    await page.getByRole('textbox', { name: 'Your list' }).fill(list);
    await page.getByRole('textbox', { name: 'User', exact: true }).fill(proxies[0]?.user ?? '');
    await addPasted(page, 3);
    await openByMenu(page, 'Fleet');
    await expect(page.getByText('3 proxies wait for a password.')).toBeVisible();
    await page.getByRole('button', { name: 'Enter passwords' }).click();
    const dialog = page.getByRole('dialog', { name: 'Passwords' });
    await dialog.locator('input[type=password]').fill(password);
    await dialog.getByRole('button', { name: 'Save for 3 proxies' }).click();
    await expect(dialog).toHaveCount(0);
    for (const name of ['p0', 'p1', 'p2']) {
      await expect(cardOf(page, name)).toHaveAttribute('data-state', 'ready');
    }
    await expect(page.getByText('wait for a password.')).toHaveCount(0);
  } finally {
    await Promise.all(proxies.map((proxy) => proxy.stop()));
  }
});
