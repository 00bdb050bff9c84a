import { describe, expect, it } from 'vitest';
import { chooseLanguage } from '../../renderer/i18n.ts';
import { hrefOf, matchPath, paths } from '../../renderer/routes.ts';

describe('a path', () => {
  it('fits its pattern, part by part', () => {
    expect(matchPath(paths.board, '/')).toEqual({});
    expect(matchPath(paths.proxy(':id'), '/proxies/a%20b')).toEqual({ id: 'a b' });
    expect(matchPath(paths.proxy(':id'), '/proxies')).toBeNull();
    expect(matchPath(paths.proxy(':id'), '/proxies/a/b')).toBeNull();
    expect(matchPath(paths.events, '/settings')).toBeNull();
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
