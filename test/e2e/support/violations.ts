import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * What of the page is not accessible now, by axe: rule and element. Polled, so that what is half drawn is not held against it. All rules run, in the page
 * itself and its frames: else each look would open a window of its own to put together what was found, which takes longer than to look. What passes
 * is not described.
 */
export async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
