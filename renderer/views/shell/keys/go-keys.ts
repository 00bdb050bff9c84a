import { paths } from '../../../routes.ts';

/** What is pressed after `g` to go to a page of the menu: the first letter of its name, in both languages. */
export const goKeys = {
  board: 'f',
  compare: 'c',
  profiles: 'p',
  /** That letter is taken. */
  plans: 'l',
  drift: 'd',
  /** That letter is taken. */
  alerts: 'r',
  audit: 'a',
  events: 'e',
  /** The first letter of its name in Spanish; that of the English one is taken. */
  report: 'i',
  /** The first letters of its name are taken. */
  consoles: 'o',
  settings: 's',
} as const;

export type GoPage = keyof typeof goKeys;

/** In the menu's order. */
export const goPages = Object.keys(goKeys) as readonly GoPage[];

/** So long `g` waits for its second key, milliseconds. */
const waitMs = 1500;

/** Takes keys as they are pressed, and the time. Answers the path to go to, `begun` where a second key is waited for, null where the key is none of these. */
export type GoKeys = (key: string, now: number) => { readonly path: string } | 'begun' | null;

export function createGoKeys(): GoKeys {
  let begunAt: number | null = null;
  return (key, now) => {
    const second = begunAt !== null && now - begunAt <= waitMs;
    begunAt = null;
    if (second) {
      const page = pageOf(key);
      if (page !== undefined) return { path: paths[page] };
    }
    if (key !== 'g') return null;
    begunAt = now;
    return 'begun';
  };
}

function pageOf(key: string): GoPage | undefined {
  return goPages.find((page) => goKeys[page] === key);
}
