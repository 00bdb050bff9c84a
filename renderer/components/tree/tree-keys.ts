import { searchKey } from '../../../shared/model/search.ts';

/** What the keys look at of a line. `folded` is null of one that can be neither folded nor unfolded. */
export interface KeyedLine {
  readonly name: string;
  readonly level: number;
  readonly folded: boolean | null;
}

/** What a key does in the tree: the focus goes to another row, or this one is folded or unfolded. */
export type TreeStep = { readonly focus: number } | { readonly folded: boolean };

/** So many rows a page is. */
const page = 12;

/** The keys of a tree as screen readers tell them to their users (ARIA practices); null where the key does nothing here. */
export function treeStep(key: string, rows: readonly KeyedLine[], at: number): TreeStep | null {
  const row = rows[at];
  if (row === undefined) return null;
  const last = rows.length - 1;
  switch (key) {
    case 'ArrowDown':
      return { focus: Math.min(last, at + 1) };
    case 'ArrowUp':
      return { focus: Math.max(0, at - 1) };
    case 'PageDown':
      return { focus: Math.min(last, at + page) };
    case 'PageUp':
      return { focus: Math.max(0, at - page) };
    case 'Home':
      return { focus: 0 };
    case 'End':
      return { focus: last };
    case 'ArrowRight':
      if (row.folded === null) return null;
      if (row.folded) return { folded: false };
      // One that is open and has nothing in it is followed by what is not its own.
      return (rows[at + 1]?.level ?? 0) > row.level ? { focus: at + 1 } : null;
    case 'ArrowLeft': {
      if (row.folded === false) return { folded: true };
      const parent = rows.slice(0, at).findLastIndex(({ level }) => level < row.level);
      return parent < 0 ? null : { focus: parent };
    }
    default:
      return null;
  }
}

/** Letters that follow one another within this time belong to one name, milliseconds. */
const typingMs = 700;

/**
 * Finds a line by the first letters of its name. Answers the line that a key leads to from `at`, which is `at` where none begins so; null
 * where the key is no letter. One letter again and again goes through all that begin with it.
 */
export function createTypeahead(): (
  key: string,
  rows: readonly Pick<KeyedLine, 'name'>[],
  at: number,
  now: number,
) => number | null {
  let typed = '';
  let until = 0;
  return (key, rows, at, now) => {
    if (!/^[\p{L}\p{N}]$/u.test(key)) return null;
    typed = now > until ? key : typed + key;
    until = now + typingMs;
    const repeated = [...typed].every((letter) => letter === typed.charAt(0));
    const wanted = searchKey(repeated ? typed.charAt(0) : typed);
    // A name that is typed on may be the one that has the focus already.
    const first = repeated ? at + 1 : at;
    for (let step = 0; step < rows.length; step++) {
      const index = (first + step) % rows.length;
      if (searchKey(rows[index]?.name ?? '').startsWith(wanted)) return index;
    }
    return at;
  };
}
