import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { cardOf, startDemo } from './support/pages.ts';
import { violations } from './support/violations.ts';

/** The help beside a heading, by the keyboard alone: it opens, is accessible, and gives the focus back. */
async function helps(page: Page, name: string, words: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true });
  await button.focus();
  await page.keyboard.press('Enter');
  const help = page.getByRole('dialog', { name, exact: true });
  await expect(help).toContainText(words);
  await expect(help).toBeFocused();
  await expect(help).toBeInViewport({ ratio: 1 });
  await expect.poll(() => violations(page), name).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  await expect(button).toBeFocused();
}

/** Pages by their addresses, with their headings, what is explained beside them, and words of that. */
const pages = {
  en: [
    ['#/plans', 'Plans', 'Plans', 'A plan sets one setting on many proxies.'],
    ['#/plans/new', 'New plan', 'Plans', 'A plan sets one setting on many proxies.'],
    ['#/drift', 'Drift', 'Drift', 'Nothing is changed by itself.'],
    ['#/audit', 'Audit log', 'Audit log', 'Each change is recorded before anything is sent.'],
    ['#/alerts', 'Alerts', 'Alerts', 'Rules watch the proxies while the app runs'],
    ['#/consoles', 'Consoles', 'Consoles', 'Your own ssh runs'],
    ['#/settings', 'Settings', 'Metrics for Prometheus', 'A collector watches a fleet'],
    ['#/settings', 'Settings', 'History from Prometheus', 'Here you name its address'],
  ],
  es: [
    ['#/plans', 'Planes', 'Planes', 'Un plan fija un ajuste en muchos proxies.'],
    ['#/plans/new', 'Plan nuevo', 'Planes', 'Un plan fija un ajuste en muchos proxies.'],
    ['#/drift', 'Desviaciones', 'Desviaciones', 'Nada cambia por sí solo.'],
    ['#/audit', 'Auditoría', 'Auditoría', 'Cada cambio se anota antes de enviar nada.'],
    ['#/alerts', 'Alertas', 'Alertas', 'Las reglas vigilan los proxies'],
    ['#/consoles', 'Consolas', 'Consolas', 'Su propio ssh ejecuta'],
    ['#/settings', 'Ajustes', 'Métricas para Prometheus', 'Un recolector vigila una flota'],
    ['#/settings', 'Ajustes', 'Historial de Prometheus', 'Aquí se indica su dirección'],
  ],
} as const;

test('every page of changes says how it works, in both languages', async ({
  app: { page, faults },
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await startDemo(page);
  const goTo = async (path: string, title: string): Promise<void> => {
    await page.goto(new URL(path, page.url()).href);
    await expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
  };
  for (const [path, title, name, words] of pages.en) {
    await goTo(path, title);
    await helps(page, `How it works: ${name}`, words);
  }
  await goTo('#/', 'Fleet');
  await cardOf(page, 'Demo Madrid').getByRole('link').first().click();
  await expect(page.getByTestId('transformation-in-force')).toContainText('none');
  await helps(page, 'How it works: Transformation', 'runs programs on that host');
  await helps(page, 'How it works: Buffer size', 'SPCP cannot read the size back');
  const proxy = new URL(page.url()).hash.split('?')[0];
  await goTo(`${proxy}/lens?at=${Date.now()}`, 'Before and after');
  await helps(
    page,
    'How it works: Before and after',
    'It says what happened at the same time, not why.',
  );

  await goTo('#/settings', 'Settings');
  await page.getByText('Español', { exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Ajustes' })).toBeVisible();
  for (const [path, title, name, words] of pages.es) {
    await goTo(path, title);
    await helps(page, `Cómo funciona: ${name}`, words);
  }
  expect(faults).toEqual([]);
});

test('a canary says how it works where it is begun, and Escape closes the help alone', async ({
  app: { page, faults },
}) => {
  await startDemo(page);
  await page.locator('[data-card-link]').first().focus();
  await page.keyboard.press('Control+a');
  const chosen = page.getByRole('region', { name: 'Chosen proxies' });
  await chosen.getByRole('button', { name: 'Change…' }).click();
  const asked = page.getByRole('dialog', { name: /^Change/ });
  await asked.getByRole('textbox', { name: 'Transformation' }).fill('rev');
  await asked.getByRole('button', { name: 'Read and show the plan' }).click();
  await helps(page, 'How it works: Plans', 'A plan sets one setting on many proxies.');
  await page.getByRole('button', { name: 'First a canary…' }).click();
  const canary = page.getByRole('dialog', { name: 'First a canary, then the others' });
  await helps(page, 'How it works: Canary', 'A few targets are changed first.');
  await expect(canary).toBeVisible();
  expect(faults).toEqual([]);
});
