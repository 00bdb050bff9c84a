import type { Clock } from '../base/clock.ts';

/**
 * What is costly to make, made once for all who ask while it is made and for `ms` milliseconds after that, then forgotten. What failed is made again
 * at once.
 */
export function sameAnswer<T>(
  clock: Clock,
  ms: number,
  make: () => Promise<T>,
): { readonly get: () => Promise<T>; readonly forget: () => void } {
  let answer: Promise<T> | null = null;
  let cancel = (): void => undefined;
  const forget = (): void => {
    cancel();
    answer = null;
  };
  return {
    get() {
      if (answer !== null) return answer;
      const made = make();
      answer = made;
      made.then(
        () => {
          if (answer === made) cancel = clock.after(ms, forget);
        },
        () => {
          if (answer === made) answer = null;
        },
      );
      return made;
    },
    forget,
  };
}
