import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What of the page is not accessible now, by axe: rule and element. Polled, so that what is half drawn is not held against it. */
export async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
