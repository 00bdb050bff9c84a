import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { BrowserSession } from '../../../shared/model/browser-session.ts';
import { digestOf, newSecret, sameDigest } from '../../base/secret.ts';
import { createTopic } from '../../base/topic.ts';

/** Browsers that are let in at the same time. */
const maxSessions = 64;

/** What a browser is given when it is let in. */
export interface Credentials {
  /** For the cookie, which the browser sends along with every request. */
  readonly secret: string;
  /** For the page alone, which shows it in the first message of its WebSocket. */
  readonly key: string;
}

/** The session that a cookie belongs to. */
export interface OpenSession {
  readonly id: string;
  isKey(shown: string): boolean;
  /** Counts a window; `close` is called when the session is ended. Returns counting it no more. */
  addWindow(close: () => void): () => void;
}

/**
 * The browsers that were let in, until the process ends. Each holds two secrets, because cookies are not bound to a port: every program on
 * this machine that gets the browser to visit its own port of 127.0.0.1 is sent ours. The key is bound to the origin, port included: it
 * goes out in the body of one answer, lies in the page's `sessionStorage`, and comes back in a WebSocket message, never in a header or an
 * address. `sessionStorage` rather than `localStorage`, so that it is not written down for longer than the window is open; other windows
 * of the same origin get it from one that is open, over a `BroadcastChannel`, which no other port can hear either.
 */
export interface Sessions {
  /** Lets a browser in. One that shows the cookie of its session goes on with that, so that its other windows do too. */
  begin(shown: string | null, browser: string): Credentials;
  of(secret: string | null): OpenSession | null;
  /** Oldest first. */
  list(): readonly BrowserSession[];
  /** Closes its windows and takes its secrets back. Answers whether there was one of that id. */
  end(id: string): boolean;
  /** Hears that a session began or ended, or that one of its windows came or went. Returns unsubscribing. */
  listen(listener: () => void): () => void;
}

interface Entry {
  readonly id: string;
  readonly digest: Buffer;
  readonly browser: string;
  readonly begunAt: number;
  lastSeenAt: number;
  readonly windows: Set<() => void>;
}

/** `wall` answers epoch milliseconds. */
export function createSessions(wall: () => number): Sessions {
  const entries: Entry[] = [];
  const changed = createTopic<void>();
  const keySeed = randomBytes(32);
  const keyOf = (secret: string): string =>
    createHmac('sha256', keySeed).update(secret).digest('base64url');

  function find(secret: string): Entry | undefined {
    const digest = digestOf(secret);
    return entries.find((candidate) => sameDigest(candidate.digest, digest));
  }
  function drop(entry: Entry): void {
    entries.splice(entries.indexOf(entry), 1);
    for (const close of [...entry.windows]) close();
    changed.publish();
  }
  /** The one that is missed least: without a window, and not seen for the longest. */
  function leastNeeded(): Entry | undefined {
    const idle = entries.filter(({ windows }) => windows.size === 0);
    return [...(idle.length > 0 ? idle : entries)].sort(
      (one, other) => one.lastSeenAt - other.lastSeenAt,
    )[0];
  }

  return {
    begin(shown, browser) {
      if (shown !== null && find(shown) !== undefined) return { secret: shown, key: keyOf(shown) };
      const least = entries.length >= maxSessions ? leastNeeded() : undefined;
      if (least !== undefined) drop(least);
      const secret = newSecret();
      const at = wall();
      const id = randomUUID();
      const digest = digestOf(secret);
      entries.push({ id, digest, browser, begunAt: at, lastSeenAt: at, windows: new Set() });
      changed.publish();
      return { secret, key: keyOf(secret) };
    },
    of(secret) {
      const entry = secret === null ? undefined : find(secret);
      if (secret === null || entry === undefined) return null;
      entry.lastSeenAt = wall();
      return {
        id: entry.id,
        isKey: (text) =>
          entries.includes(entry) && sameDigest(digestOf(text), digestOf(keyOf(secret))),
        addWindow(close) {
          entry.windows.add(close);
          changed.publish();
          return () => {
            entry.lastSeenAt = wall();
            if (entry.windows.delete(close)) changed.publish();
          };
        },
      };
    },
    list: () =>
      entries.map(({ id, browser, begunAt, lastSeenAt, windows }) => ({
        ...{ id, browser, begunAt },
        lastSeenAt: windows.size > 0 ? wall() : lastSeenAt,
        windows: windows.size,
      })),
    end(id) {
      const entry = entries.find((candidate) => candidate.id === id);
      if (entry !== undefined) drop(entry);
      return entry !== undefined;
    },
    listen: changed.listen,
  };
}
