import type { ErrorValue } from '../../shared/errors.ts';

/** Something that is fetched. `error` is set while `value` holds what was known before, if anything was. */
export interface Fetched<T> {
  readonly value: T | null;
  readonly error: ErrorValue | null;
  /** Fetches again. Never rejects: the error becomes a part of the value. */
  readonly reload: () => void;
}
