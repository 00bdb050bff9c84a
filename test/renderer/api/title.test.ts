// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { describePage, tellTrouble } from '../../../renderer/api/title.ts';

const icons = { calm: './calm.svg', trouble: './trouble.svg' };

beforeEach(() => {
  document.head.innerHTML = '<link rel="icon" href="./first.svg">';
});

const icon = (): string | null | undefined =>
  document.querySelector('link[rel="icon"]')?.getAttribute('href');

it('tells how many proxies are in trouble before the title, and by the icon', () => {
  describePage('en', 'Fleet · SPCP Console');
  tellTrouble(3, icons);
  expect([document.title, icon()]).toEqual(['(3) Fleet · SPCP Console', icons.trouble]);
  describePage('es', 'Eventos · SPCP Console');
  expect(document.title).toBe('(3) Eventos · SPCP Console');
  tellTrouble(0, icons);
  expect([document.title, icon()]).toEqual(['Eventos · SPCP Console', icons.calm]);
});

it('claims no number while the console says nothing', () => {
  describePage('en', 'Fleet · SPCP Console');
  tellTrouble(null, icons);
  expect([document.title, icon()]).toEqual(['(?) Fleet · SPCP Console', icons.trouble]);
});
