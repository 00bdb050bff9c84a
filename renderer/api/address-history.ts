import { createHashHistory, type RouterHistory } from '@tanstack/react-router';

/** The history of this window. Addresses are `#/proxies/…`, the same under every shell's origin. */
export function createAddressHistory(): RouterHistory {
  const { history, document } = window;
  return createHashHistory({
    window: {
      history,
      document,
      get location() {
        const { href, pathname, search, hash } = window.location;
        return { href, pathname, search, hash: decodable(hash) };
      },
      addEventListener: window.addEventListener.bind(window),
      removeEventListener: window.removeEventListener.bind(window),
    },
  });
}

/**
 * The hash with a path that can be decoded: the router throws on a malformed percent sign, and nothing would be drawn. What cannot be
 * decoded becomes one part, which no page has.
 */
export function decodable(hash: string): string {
  const [, path = '', rest = ''] = /^#?\/?([^?#]*)(.*)$/s.exec(hash) ?? [];
  return `#/${decoded(path) === null ? encodeURIComponent(path) : path}${rest}`;
}

/** Null where it cannot be. The result is used: a minifier takes a call whose result is not for one that does nothing. */
function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
