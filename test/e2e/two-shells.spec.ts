import { expect, firstLine, interrupt, startProgram, test } from './support/app.ts';
import { cardOf, fillProfile } from './support/pages.ts';
import { startProxy } from './support/reference-proxy.ts';

test.beforeEach(({ browserName: _ }, info) => {
  test.skip(info.project.name === 'desktop', 'the second shell is one for browsers');
});

test('two shells on one data directory show one console, and one goes on when the other ends', async ({
  app: { page, program, dataDirectory },
  oneChromium,
}) => {
  const proxy = await startProxy();
  const words = ['--port', '0', '--no-open', '--data-dir', dataDirectory];
  const second = startProgram('electron/serve.ts', words);
  const url = await firstLine(second);
  const context = await (await oneChromium()).newContext({ locale: 'en-GB' });
  try {
    const other = await context.newPage();
    await other.goto(url);
    await other.waitForURL(({ search }) => search === '');
    await other.getByRole('link', { name: 'Add a proxy' }).first().click();
    await fillProfile(other, 'Girona', proxy, proxy.password);
    await other.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(other.getByTestId('transformation-in-force')).toContainText('none');
    await expect(cardOf(page, 'Girona')).toHaveAttribute('data-state', 'ready');

    await cardOf(page, 'Girona').getByRole('link').first().click();
    await page.getByLabel('New transformation').fill('rev');
    await page.getByRole('button', { name: 'Set the transformation' }).click();
    await expect(other.getByTestId('transformation-in-force')).toContainText('rev');

    // Its password was kept in memory, which ends with the one that held it.
    await interrupt(program);
    await expect(other.getByRole('heading', { level: 1, name: 'Girona' })).toBeVisible();
    await other.getByRole('navigation').getByRole('link').first().click();
    await expect(cardOf(other, 'Girona')).toBeVisible();
    await other.getByRole('link', { name: 'Add a proxy' }).first().click();
    await fillProfile(other, 'Lugo', proxy, proxy.password);
    await other.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(other.getByTestId('transformation-in-force')).toContainText('rev', {
      timeout: 60_000,
    });
  } finally {
    await context.close();
    await interrupt(second);
    await proxy.stop();
  }
});
