import { keyItem } from '../../shared/ipc/admission.ts';
import type { Delay } from './delay.ts';

/** How long another window may take to answer, milliseconds. */
const answerMs = 5000;

/** What windows of one origin say to each other. No other port of this machine hears it. */
type Word = { readonly type: 'ask' } | { readonly type: 'key'; readonly key: string };

/** By hand: a library for it would be loaded before the key can be shown. */
function isWord(data: unknown): data is Word {
  if (typeof data !== 'object' || data === null || !('type' in data)) return false;
  return (
    data.type === 'ask' || (data.type === 'key' && 'key' in data && typeof data.key === 'string')
  );
}

/** What is needed of a `BroadcastChannel`. */
export interface Channel {
  onmessage: ((event: { data: unknown }) => void) | null;
  postMessage(word: unknown): void;
}

/** The key with which the page shows the web shell that it was let in. */
export interface KeyRing {
  /** This window's own, else that of another window of this browser; null where there is none. */
  find(): Promise<string | null>;
  /** The key is not good any more, as after the console was started anew. */
  refused(key: string): void;
}

/** Keeps the key in this window, and hands it to other windows of the same origin that ask. */
export function createKeyRing(parts: {
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly channel: Channel;
  readonly delay: Delay;
}): KeyRing {
  const { storage, channel, delay } = parts;
  const useless = new Set<string>();
  let waiting: ((key: string) => void) | null = null;
  const say = (word: Word): void => channel.postMessage(word);

  channel.onmessage = ({ data }) => {
    if (!isWord(data)) return;
    const own = storage.getItem(keyItem);
    if (data.type === 'key') waiting?.(data.key);
    else if (own !== null) say({ type: 'key', key: own });
  };

  return {
    find() {
      const own = storage.getItem(keyItem);
      if (own !== null) return Promise.resolve(own);
      return new Promise((resolve) => {
        waiting = (key) => {
          if (useless.has(key)) return;
          waiting = null;
          storage.setItem(keyItem, key);
          resolve(key);
        };
        say({ type: 'ask' });
        delay(answerMs, () => resolve(storage.getItem(keyItem)));
      });
    },
    refused(key) {
      useless.add(key);
      if (storage.getItem(keyItem) === key) storage.removeItem(keyItem);
    },
  };
}
