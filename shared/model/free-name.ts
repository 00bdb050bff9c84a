import { nameKey } from './name.ts';

/** So much of a name is kept, so that there is room for a number behind it. */
const keptOfName = 72;

/** A name with a number behind it, within what a name may be long. */
export function withNumber(name: string, n: number): string {
  return `${[...name].slice(0, keptOfName).join('').trim()} ${n}`;
}

/**
 * Answers the first candidate that nobody has, for names that are asked for one after the other: the candidates of a name that were found taken
 * are not asked for again, so that a thousand of one name take a thousand steps. `candidate(0)` is the name itself.
 */
export function createFreeNames(): {
  /** `isTaken` is asked by the key of a name. */
  first(name: string, candidate: (n: number) => string, isTaken: (key: string) => boolean): string;
  /** A name is free again. */
  forget(): void;
} {
  const next = new Map<string, number>();
  return {
    first(name, candidate, isTaken) {
      const key = nameKey(name);
      for (let n = next.get(key) ?? 0; ; n++) {
        const free = candidate(n);
        if (isTaken(nameKey(free))) continue;
        // Itself asked for once more, since nobody may take it after all.
        next.set(key, n);
        return free;
      }
    },
    forget: () => next.clear(),
  };
}
