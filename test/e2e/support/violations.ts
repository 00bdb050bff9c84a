import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What of the page is not accessible, by axe: rule and element. */
export async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
