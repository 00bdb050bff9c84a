// @vitest-environment happy-dom
import { createMemoryHistory } from '@tanstack/react-router';
import { expect, it } from 'vitest';
import { createPageRouter, pageOf, pages } from '../../renderer/pages.tsx';
import { paths } from '../../renderer/routes.ts';
import { parseWindowAddress, writeWindowAddress } from '../../shared/address/window-address.ts';
import { windowPages } from '../../shared/address/window-pages.ts';

const id = '00000000-0000-4000-8000-00000000000a';

it('every page of the user interface is one that a window can begin at, and says the same names', () => {
  const says = pages.map(({ key, path, route }) => {
    const search = route.options.validateSearch as unknown as { shape: object };
    return [key, { path, says: Object.keys(search.shape) }];
  });
  expect(windowPages).toEqual(Object.fromEntries(says));
});

it.each(pages.map(({ key, path }) => [key, path.replace('$id', id)]))(
  'the page %s is the one that an address of a window leads to',
  async (key, path) => {
    expect(parseWindowAddress(path)?.page).toBe(key);
    const router = createPageRouter(createMemoryHistory({ initialEntries: [path] }));
    await router.load();
    expect(pageOf(router.state.matches.at(-1)?.routeId)?.key).toBe(key);
  },
);

it.each([
  paths.boardOf('is:trouble host:"a b", ñ & + %'),
  paths.compareWith([id, id], { range: '24h' }),
  paths.proxyOver(id, { from: 1, to: 2 }),
  paths.newPlan({ folder: 'Europe/Mail, old' }),
])('what the links of the app say is read, and written the same: %s', (path) => {
  const address = parseWindowAddress(path);
  expect(address && writeWindowAddress(address)).toBe(path);
});

it.each([
  '',
  'wall',
  '//wall',
  '/wall/',
  '/nowhere',
  '/proxies/7',
  '/wall?text=a?b',
  '/wall#x',
  '/settings?text=a',
  `/${'a'.repeat(10_000)}`,
])('what is no address of a window is none: %s', (text) => {
  expect(parseWindowAddress(text)).toBeNull();
});
