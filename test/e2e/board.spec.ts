import { calm, startBadNetwork } from '../support/bad-network.ts';
import { expect, test } from './support/app.ts';
import { cardOf } from './support/pages.ts';
import { setTransformation, startProxies } from './support/reference-proxy.ts';
import { saveProfiles } from './support/save-profiles.ts';
import { violations } from './support/violations.ts';

/** Milliseconds each way: far more than a busy machine adds to the others. */
const slowBy = 300;

test.describe('a board of twelve proxies under different traffic', () => {
  test('names in words the one that is slow and the one with another transformation', async ({
    app: { page, faults },
  }, info) => {
    test.skip(info.project.name === 'desktop', 'profiles come over the WebSocket');
    const fleet = await startProxies(12);
    const far = await startBadNetwork(fleet.proxies[3]?.udpPort ?? 0, 1, {
      ...calm,
      delayMs: slowBy,
    });
    try {
      const [, , , slow, , , , other] = fleet.proxies;
      if (slow === undefined || other === undefined) throw new Error('there are not twelve');
      await setTransformation(other, 'rev');
      await saveProfiles(
        page,
        fleet.proxies.map((proxy) => (proxy === slow ? { ...proxy, udpPort: far.port } : proxy)),
      );
      await expect(page.getByText('12 of 12', { exact: true })).toBeVisible();
      await expect(page.getByText(/^[2-5] proxies are unlike their group$/)).toBeVisible();
      const slowness = cardOf(page, slow.name).getByRole('button', {
        name: /^Round trip \d/,
      });
      await expect(slowness).toHaveAccessibleDescription(
        /^Round trip is \d.*; usual in its group: \d.*\.$/,
      );
      const transformed = cardOf(page, other.name).getByRole('button', {
        name: 'Transformation differs: “rev”',
      });
      await expect(transformed).toHaveAccessibleDescription(
        'Transformation differs: “rev”. 11 of 12 proxies of its group have none.',
      );

      await page.getByRole('button', { name: 'Show only these' }).click();
      // Traffic has its own moods: now and then a third does more or less than the others.
      await expect(page.getByRole('article')).not.toHaveCount(12);
      await expect(cardOf(page, slow.name)).toBeVisible();
      await expect(cardOf(page, other.name)).toBeVisible();
      await expect(page.getByRole('region', { name: 'What the filter shows' })).toContainText(
        /[2-5] of [2-5]/,
      );
      await expect.poll(() => violations(page)).toEqual([]);
      await page.getByRole('textbox', { name: /^Filter/ }).fill('unlike:transf -state:off');
      await expect(page.getByRole('article')).toHaveCount(1);
      await expect(cardOf(page, other.name)).toBeVisible();

      await page.getByRole('button', { name: 'Saved' }).click();
      const saved = page.getByRole('dialog').filter({ hasText: 'Saved views' });
      await saved.getByRole('textbox', { name: 'Name' }).fill('Other transformation');
      await saved.getByRole('button', { name: 'Save this one' }).click();
      await page.keyboard.press('Escape');
      await page.getByRole('textbox', { name: /^Filter/ }).fill('');
      // The board is drawn anew a moment after typing stops, and moves what is above it.
      await expect(page.getByRole('article')).toHaveCount(12);
      await page.getByTitle('Table', { exact: true }).click();
      await expect(page.getByRole('article')).toHaveCount(0);
      await page.getByRole('button', { name: 'Saved' }).click();
      await saved.getByRole('link', { name: 'Other transformation' }).click();
      await expect(page.getByRole('article')).toHaveCount(1);
      expect(faults).toEqual([]);
    } finally {
      await far.close();
      await fleet.stop();
    }
  });

  test('is chosen from by keys and pointer, for what is done with many at once', async ({
    app: { page, faults },
  }, info) => {
    test.skip(info.project.name === 'desktop', 'profiles come over the WebSocket');
    const fleet = await startProxies(12);
    try {
      await saveProfiles(page, fleet.proxies);
      await expect(page.getByText('12 of 12', { exact: true })).toBeVisible();
      const chosen = page.getByRole('region', { name: 'Chosen proxies' });

      await page.getByRole('textbox', { name: /^Filter/ }).press('Enter');
      await page.keyboard.press('Space');
      await expect(chosen).toContainText('1 chosen');
      await page.keyboard.press('Shift+ArrowRight');
      await page.keyboard.press('Shift+ArrowRight');
      await expect(chosen).toContainText('3 chosen');
      await page.keyboard.press('Escape');
      await expect(chosen).toBeHidden();
      await page.keyboard.press('Control+a');
      await expect(chosen).toContainText('12 chosen');
      await expect.poll(() => violations(page)).toEqual([]);

      await chosen.getByRole('button', { name: 'Disconnect 12' }).click();
      const question = page.getByRole('dialog', { name: 'Disconnect 12 proxies?' });
      await expect(question).toContainText('1 of them is of a guarded class');
      await question.getByRole('button', { name: 'Disconnect 12' }).click();
      await expect(page.getByText('12 proxies disconnected')).toBeVisible();
      await expect(page.getByText('0 of 12', { exact: true })).toBeVisible();
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect(page.getByText('12 of 12', { exact: true })).toBeVisible();
      expect(faults).toEqual([]);
    } finally {
      await fleet.stop();
    }
  });
});
