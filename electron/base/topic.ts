/** A value that some may listen to. */
export interface Topic<T> {
  publish(value: T): void;
  /** Returns unsubscribing. */
  listen(listener: (value: T) => void): () => void;
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
  };
}
