import type { ErrorValue } from '../../shared/errors.ts';
import { type Client, errorOf } from './client.ts';
import { createStore, type Readable } from './store.ts';

/** Something that is fetched. `error` is set while `value` holds what was known before, if anything was. */
export interface Loaded<T> {
  readonly value: T | null;
  readonly error: ErrorValue | null;
}

/** A fetched value that a topic or a later fetch may replace. */
export interface LoadedStore<T> extends Readable<Loaded<T>> {
  /** Fetches again. Never rejects: the error becomes a part of the value. */
  readonly reload: () => Promise<void>;
  readonly put: (value: T) => void;
  readonly fail: (error: ErrorValue) => void;
}

export function createLoaded<T>(fetch: () => Promise<T>): LoadedStore<T> {
  const store = createStore<Loaded<T>>({ value: null, error: null });
  const put = (value: T): void => store.set({ value, error: null });
  const fail = (error: ErrorValue): void => store.set({ value: store.get().value, error });
  return {
    get: store.get,
    subscribe: store.subscribe,
    put,
    fail,
    reload: () => fetch().then(put, (thrown: unknown) => fail(errorOf(thrown))),
  };
}

/** Fetches whenever the console is there again after it was lost. Returns unsubscribing. */
export function reloadOnReturn(client: Client, reload: () => Promise<void>): () => void {
  let wasLost = false;
  return client.state.subscribe(() => {
    const state = client.state.get();
    if (state === 'lost') wasLost = true;
    if (state !== 'open' || !wasLost) return;
    wasLost = false;
    void reload();
  });
}
