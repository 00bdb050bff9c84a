import { useSyncExternalStore } from 'react';

/** A value that changes, and tells when. `subscribe` returns unsubscribing. */
export interface Readable<T> {
  readonly get: () => T;
  readonly subscribe: (listener: () => void) => () => void;
}

/** A `Readable` that its owner sets. Setting the same value tells nobody. */
export interface Store<T> extends Readable<T> {
  readonly set: (next: T) => void;
}

/** Listeners by the dozen: one of them may leave while they are told. */
export function createListeners(): {
  readonly size: number;
  add(listener: () => void): () => void;
  tell(): void;
} {
  const listeners = new Set<() => void>();
  return {
    get size() {
      return listeners.size;
    },
    add(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell() {
      for (const listener of [...listeners]) listener();
    },
  };
}

/** Listeners by what they listen to: kept for as long as there are any. */
export function createKeyedListeners(): {
  readonly size: number;
  add(key: string, listener: () => void): () => void;
  tell(key: string): void;
} {
  const byKey = new Map<string, ReturnType<typeof createListeners>>();
  return {
    get size() {
      return byKey.size;
    },
    add(key, listener) {
      const own = byKey.get(key) ?? createListeners();
      byKey.set(key, own);
      const remove = own.add(listener);
      return () => {
        remove();
        if (own.size === 0 && byKey.get(key) === own) byKey.delete(key);
      };
    },
    tell: (key) => byKey.get(key)?.tell(),
  };
}

export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const listeners = createListeners();
  return {
    get: () => value,
    subscribe: (listener) => listeners.add(listener),
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      listeners.tell();
    },
  };
}

/** The store's value; the component renders again when it changes. */
export function useStore<T>(store: Readable<T>): T {
  return useSyncExternalStore(store.subscribe, store.get);
}

/** Whether the store's value is this one; the component renders again only when that changes. */
export function useIsValue<T>(store: Readable<T>, value: T): boolean {
  return useSyncExternalStore(store.subscribe, () => Object.is(store.get(), value));
}
