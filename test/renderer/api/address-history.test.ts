// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAddressHistory, decodable } from '../../../renderer/api/address-history.ts';

describe('an address that cannot be decoded', () => {
  it('becomes one part that no page has, and what is behind it stays', () => {
    expect(decodable('#/proxies/%')).toBe('#/proxies%2F%25');
    expect(decodable('#/proxies/%zz?range=1h')).toBe('#/proxies%2F%25zz?range=1h');
    expect(decodable('#/%e0%a4')).toBe('#/%25e0%25a4');
  });

  it('is told from one that can, which stays as it is', () => {
    for (const hash of ['#/', '#/proxies/a%20b', '#/events?kinds=a,b', '#/?text=100%', '#/a#b%']) {
      expect(decodable(hash)).toBe(hash);
    }
    expect(decodable('')).toBe('#/');
    expect(decodable('#events')).toBe('#/events');
  });

  it('is never handed on, whatever was pasted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const [path = ''] = decodable(`#${text}`).split(/[?]|(?<!^)#/);
        expect(() => decodeURIComponent(path)).not.toThrow();
      }),
    );
  });

  it('stays in the address bar as the user wrote it', () => {
    window.history.replaceState(null, '', '/#/proxies/%');
    const history = createAddressHistory();
    expect(history.location.pathname).toBe('/proxies%2F%25');
    expect(window.location.hash).toBe('#/proxies/%');
    history.destroy();
  });
});
