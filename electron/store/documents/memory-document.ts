import type { JsonDocument } from './document.ts';

/** A value that is gone when the process ends. */
export function createMemoryDocument<T>(initial: T): Pick<JsonDocument<T>, 'get' | 'change'> {
  let value = initial;
  return {
    get: () => value,
    async change(edit) {
      value = edit(value);
      return value;
    },
  };
}
