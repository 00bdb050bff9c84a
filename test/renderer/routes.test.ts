// @vitest-environment happy-dom
import { createMemoryHistory } from '@tanstack/react-router';
import { describe, expect, it } from 'vitest';
import { chooseLanguage } from '../../renderer/i18n.ts';
import { createPageRouter, pageOf, pages } from '../../renderer/pages.tsx';
import { hrefOf, paths } from '../../renderer/routes.ts';

/** The page of a path, null where there is none, and the values in the path. */
async function at(path: string) {
  const router = createPageRouter(createMemoryHistory({ initialEntries: [path] }));
  await router.load();
  const shown = router.state.matches.at(-1);
  return { page: pageOf(shown?.routeId)?.key ?? null, params: { ...shown?.params } };
}

describe('a path', () => {
  it('is that of its page, part by part', async () => {
    expect(await at('/')).toEqual({ page: 'board', params: {} });
    expect(await at('/proxies/a%20b')).toEqual({ page: 'proxy', params: { id: 'a b' } });
    expect((await at('/profiles/new')).page).toBe('newProfile');
    expect(await at('/profiles/7')).toEqual({ page: 'profile', params: { id: '7' } });
    for (const { key, path } of pages) expect((await at(path)).page).toBe(key);
  });

  it('that no page has is that of none', async () => {
    for (const path of ['/proxies', '/proxies/a/b', '/nowhere', '/proxies%2F%25']) {
      expect((await at(path)).page, path).toBeNull();
    }
  });

  it('holds any identifier', async () => {
    for (const id of ['a/b', '%', 'a?b#c', 'ñ']) {
      expect((await at(paths.proxy(id))).params, id).toEqual({ id });
    }
    expect(hrefOf(paths.events)).toBe('#/events');
  });
});

describe('the language', () => {
  it('is the one that was chosen, else the first of the user that there is, else English', () => {
    expect(chooseLanguage('es', ['en'])).toBe('es');
    expect(chooseLanguage('auto', ['fr', 'ES-mx', 'en'])).toBe('es');
    expect(chooseLanguage('auto', ['fr'])).toBe('en');
    expect(chooseLanguage('auto', [])).toBe('en');
  });
});
