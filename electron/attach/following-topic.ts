import type { Topic } from '../base/topic.ts';

/** A topic whose source may come later, and be another. */
export interface FollowingTopic<T> extends Pick<Topic<T>, 'listen'> {
  /** All who listen, now and later, hear this source from now on. It is listened to only while somebody is there. */
  follow(source: Pick<Topic<T>, 'listen'>): void;
}

export function createFollowingTopic<T>(): FollowingTopic<T> {
  const listeners = new Map<(value: T) => void, () => void>();
  let source: Pick<Topic<T>, 'listen'> | null = null;
  return {
    listen(listener) {
      listeners.set(listener, source?.listen(listener) ?? (() => undefined));
      return () => {
        listeners.get(listener)?.();
        listeners.delete(listener);
      };
    },
    follow(next) {
      source = next;
      for (const [listener, stop] of listeners) {
        stop();
        listeners.set(listener, next.listen(listener));
      }
    },
  };
}
