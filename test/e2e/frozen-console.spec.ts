import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { cardOf, startDemo } from './support/pages.ts';

/** Waits until the last view that is loaded ahead is there, with all that it needs. */
async function loadedAhead(window: Page): Promise<void> {
  const address = () =>
    window.evaluate(
      () =>
        performance
          .getEntriesByType('resource')
          .find(({ name }) => /\/settings-page-[^/]*\.js$/.test(name))?.name ?? null,
    );
  await expect.poll(address).not.toBeNull();
  await window.evaluate(async (url) => void (await import(url)), (await address()) ?? '');
}

const silence = (page: Page) =>
  page.getByRole('alert').filter({ hasText: 'The console has been silent since' });

test('a console that stands still is told of by every window, on every view, and all is right again when it goes on', async ({
  app: { page, program },
}, info) => {
  test.skip(
    info.project.name === 'desktop',
    'the windows of the desktop shell stand still with it',
  );
  await startDemo(page);
  const events = await page.context().newPage();
  await events.goto(new URL('#/events', page.url()).href);
  await expect(events.getByRole('row', { name: /Demo Lisboa/ }).first()).toBeVisible();
  await expect(silence(page)).toHaveCount(0);

  // Views are loaded ahead, one after another, once a window has nothing else to do.
  await Promise.all([page, events].map(loadedAhead));
  program.kill('SIGSTOP');
  try {
    await Promise.all([page, events].map((window) => expect(silence(window)).toBeVisible()));
    await expect(cardOf(page, 'Demo Lisboa')).toContainText('Ready (last known)');
    await expect(page).toHaveTitle(/^\(\?\) /);
    // Views that are opened only now have nothing to show yet, and say as much.
    await cardOf(page, 'Demo Lisboa').getByRole('link').first().click();
    await expect(page.getByRole('heading', { level: 1, name: 'Demo Lisboa' })).toBeVisible();
    await events.getByRole('link', { name: 'Settings' }).click();
    await expect(events.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
    await expect(events.getByText(/windows? open/)).toHaveCount(0);
    for (const window of [page, events]) await expect(silence(window)).toBeVisible();
  } finally {
    program.kill('SIGCONT');
  }
  await Promise.all([
    ...[page, events].map((window) => expect(silence(window)).toHaveCount(0)),
    expect(page.getByTestId('transformation-in-force')).toContainText('none'),
    expect(events.getByText(/windows? open/)).toBeVisible(),
    expect(page).not.toHaveTitle(/^\(\?\) /),
  ]);
});
