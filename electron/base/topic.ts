/** A value that some may listen to. Listeners must not throw: those after one that does would not be told. */
export interface Topic<T> {
  publish(value: T): void;
  /** Returns unsubscribing. */
  listen(listener: (value: T) => void): () => void;
  /** Forgets all who listen. */
  end(): void;
}

export function createTopic<T>(): Topic<T> {
  const listeners = new Set<(value: T) => void>();
  return {
    publish(value) {
      for (const listener of [...listeners]) listener(value);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    end: () => listeners.clear(),
  };
}
