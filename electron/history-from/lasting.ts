/** Answers that are good for a while. */
export interface Lasting<T> {
  /** Undefined where there is none, or no more. */
  get(key: string, now: number): T | undefined;
  /** `until` as `now` of `get`. */
  set(key: string, value: T, until: number): void;
}

/** So many at most: the one that was put in first makes room. */
export function createLasting<T>(most: number): Lasting<T> {
  const known = new Map<string, { readonly value: T; readonly until: number }>();
  return {
    get(key, now) {
      const found = known.get(key);
      if (found === undefined || found.until > now) return found?.value;
      known.delete(key);
      return undefined;
    },
    set(key, value, until) {
      known.delete(key);
      known.set(key, { value, until });
      if (known.size <= most) return;
      for (const first of known.keys()) {
        known.delete(first);
        return;
      }
    },
  };
}
