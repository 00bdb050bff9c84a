// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { pages } from '../../../../renderer/pages.tsx';
import { createGoKeys, goKeys, goPages } from '../../../../renderer/views/shell/keys/go-keys.ts';

describe('g and a letter', () => {
  it('go to a page', () => {
    const press = createGoKeys();
    expect(press('g', 0)).toBe('begun');
    expect(press('e', 900)).toEqual({ path: '/events' });
  });

  it('lead to every page of the menu, each by a letter of its own, in the order of the menu', () => {
    const inMenu = pages.filter(({ icon }) => icon !== undefined).map(({ key }) => key);
    expect(goPages).toEqual(inMenu);
    expect(new Set(Object.values(goKeys)).size).toBe(inMenu.length);
  });

  it('are nothing without the g, after another key, or too late', () => {
    const press = createGoKeys();
    expect(press('e', 0)).toBeNull();
    press('g', 0);
    expect(press('x', 100)).toBeNull();
    expect(press('e', 200)).toBeNull();
    press('g', 1000);
    expect(press('e', 3000)).toBeNull();
  });

  it('begin anew with another g', () => {
    const press = createGoKeys();
    press('g', 0);
    expect(press('g', 100)).toBe('begun');
    expect(press('f', 200)).toEqual({ path: '/' });
  });
});
