import { describe, expect, it } from 'vitest';
import { localeOf } from '../../../electron/base/locale.ts';

describe('the locale', () => {
  it.each([
    [{}, 'en'],
    [{ LANG: 'C' }, 'en'],
    [{ LANG: 'POSIX' }, 'en'],
    [{ LANG: 'C.UTF-8' }, 'en'],
    [{ LANG: 'es_MX.UTF-8' }, 'es-MX'],
    [{ LANG: 'es' }, 'es'],
    [{ LANG: 'ca_ES.UTF-8@valencia' }, 'ca-ES'],
    [{ LANG: 'en_GB.UTF-8', LC_MESSAGES: 'es_ES.UTF-8' }, 'es-ES'],
    [{ LANG: 'es_ES', LC_MESSAGES: 'es_ES', LC_ALL: 'C' }, 'en'],
    [{ LANG: 'es_ES', LC_ALL: '' }, 'es-ES'],
    [{ LANG: 'no locale; at all' }, 'en'],
    [{ LANG: 'x'.repeat(100_000) }, 'en'],
  ])('of %j is %s', (env, locale) => {
    expect(localeOf(env)).toBe(locale);
  });
});
