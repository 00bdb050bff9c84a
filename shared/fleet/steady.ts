import { alikeIn, type Difference, type Differences } from './unlike.ts';

/** A number is unlike when it was so that many times in a row: one jump is none. */
const timesInARow = 2;
/** By which share of the larger of its two numbers its facts change before they are told anew. */
const worthTelling = 0.1;

/** What is told of differences, from what is found again and again: nothing comes and goes, nor changes, with every reading. */
export interface Steady {
  /** What is told now. The lists, and the map, are those of before where nothing of them changed. */
  renew(found: Differences): Differences;
}

export function createSteady(): Steady {
  let told: Differences = new Map();
  /** How often in a row a number that is not told was found, and one that is told was not. */
  let counts = new Map<string, number>();

  return {
    renew(found) {
      const next = new Map<string, readonly Difference[]>();
      const countsNow = new Map<string, number>();
      /** Whether it has been so often enough for what is told to change. */
      const isLasting = (id: string, { kind, trait }: Difference): boolean => {
        if (kind === 'setting') return true;
        const key = `${trait} ${id}`;
        const times = (counts.get(key) ?? 0) + 1;
        if (times < timesInARow) countsNow.set(key, times);
        return times >= timesInARow;
      };
      for (const id of new Set([...told.keys(), ...found.keys()])) {
        const before = told.get(id) ?? [];
        const now = found.get(id) ?? [];
        const here = now.flatMap((difference) => {
          const known = alikeIn(before, difference);
          if (known === undefined) return isLasting(id, difference) ? [difference] : [];
          return [isAbout(known, difference) ? known : difference];
        });
        const left = before.filter(
          (known) => alikeIn(now, known) === undefined && !isLasting(id, known),
        );
        const list = [...here, ...left];
        if (list.length > 0) next.set(id, isSameList(before, list) ? before : list);
      }
      counts = countsNow;
      if (!isSameMap(told, next)) told = next;
      return told;
    },
  };
}

function isAbout(a: Difference, b: Difference): boolean {
  if (a.kind === 'number' && b.kind === 'number') {
    const least = worthTelling * Math.max(Math.abs(a.value), Math.abs(a.usual));
    return Math.abs(a.value - b.value) <= least && Math.abs(a.usual - b.usual) <= least;
  }
  if (a.kind !== 'setting' || b.kind !== 'setting') return false;
  return a.value === b.value && a.usual === b.usual && a.alike === b.alike && a.known === b.known;
}

function isSameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((each, i) => each === b[i]);
}

function isSameMap(a: Differences, b: Differences): boolean {
  return a.size === b.size && [...a].every(([id, list]) => b.get(id) === list);
}
