import type { Duplex } from 'node:stream';
import { parseJson } from '../base/json.ts';
import { type FramedBounds, longestFromConsole } from './limits.ts';
import { createLineBuffer } from './line-buffer.ts';

/** Why a stream of messages is over. The first reason stays. */
export type FramedEnd =
  /** This side ended it. */
  | { readonly kind: 'ours' }
  /** The other side ended it, after a whole line. */
  | { readonly kind: 'closed' }
  /** It ended within a line. */
  | { readonly kind: 'cut' }
  /** `cause`: what the operating system calls it, such as `ECONNRESET`. */
  | { readonly kind: 'failed'; readonly cause: string }
  /** A line that is no JSON, is nested too deeply, or is no message of this stream. */
  | { readonly kind: 'garbage' }
  | { readonly kind: 'too-long'; readonly limit: number }
  /** More messages came than anybody sends who waits for answers. */
  | { readonly kind: 'flood' }
  /** The other side takes what it is sent too slowly. */
  | { readonly kind: 'behind'; readonly limit: number }
  /** Nothing was heard of it any more. */
  | { readonly kind: 'silent' };

export interface FramedOptions extends FramedBounds {
  /** So much may wait for a peer that takes it slowly, bytes; with more it is let go. */
  readonly maxBehind?: number;
  /** So many messages may come at once, and a tenth of them in each second after. No limit without it. */
  readonly burst?: number;
}

/** JSON messages, one a line, over a stream. */
export interface Framed {
  /** Whoever hears the messages from now on. With `null` none is read until there is somebody again, and the peer has to wait. */
  read(listener: ((message: unknown, bytes: number) => void) | null): void;
  /** Bounds what comes next otherwise. */
  allow(bounds: FramedBounds): void;
  /** Of a stream that is over, nothing is sent. */
  send(message: unknown): void;
  /** The same with what is JSON already, in one line. */
  sendText(json: string): void;
  /** Ends the stream, after what was sent. */
  end(): void;
  /** Lets it go at once, for this reason. */
  drop(reason: FramedEnd): void;
  /** Rises with whatever comes. */
  readonly signs: number;
  /** Resolves once, with the one reason; never rejects. */
  readonly ended: Promise<FramedEnd>;
}

/** The longest message that a console sends fits twice: it may wait behind another. */
const usualBehind = 2 * longestFromConsole;
/** So many messages are handled before whatever else the process has to do has its turn. */
const atOnce = 64;
/** And at most so many bytes of them, but for the one that is longer. */
const bytesAtOnce = 128 * 1024;
/** A peer that does not take the last messages is not waited for. */
const lingerMs = 2000;

/** Whatever the other side sends ends at worst this stream. */
export function createFramed(stream: Duplex, options: FramedOptions): Framed {
  const { maxBehind = usualBehind, burst = Number.POSITIVE_INFINITY } = options;
  let { longest } = options;
  const lines = createLineBuffer();
  let listener: ((message: unknown, bytes: number) => void) | null = null;
  let over = false;
  let ended = false;
  let turn: NodeJS.Immediate | null = null;
  let resting: NodeJS.Timeout | null = null;
  let linger: NodeJS.Timeout | undefined;
  let signs = 0;
  const messagesWait = createBudget(burst, burst / 10);
  let bytesWait = budgetOf(options);
  const { promise, resolve } = Promise.withResolvers<FramedEnd>();

  const drop = (reason: FramedEnd): void => {
    if (!over) {
      over = true;
      resolve(reason);
    }
    listener = null;
    if (turn !== null) clearImmediate(turn);
    if (resting !== null) clearTimeout(resting);
    clearTimeout(linger);
    stream.destroy();
  };
  /** One message that is here, if any is, to whoever hears them. Answers its length in bytes where there may be more, else null. */
  const next = (hear: (message: unknown, bytes: number) => void): number | null => {
    const line = lines.next(longest);
    if (line === null) {
      if (ended) drop({ kind: lines.holds ? 'cut' : 'closed' });
      else if (resting === null) stream.resume();
      return null;
    }
    const message = line === 'too-long' ? undefined : parseJson(line);
    if (line === 'too-long') drop({ kind: 'too-long', limit: longest });
    else if (messagesWait(1) > 0) drop({ kind: 'flood' });
    else if (message === undefined) drop({ kind: 'garbage' });
    else hear(message, line.length);
    return line.length;
  };
  const work = (): void => {
    let bytes = 0;
    for (let count = 0; listener !== null && turn === null; count++) {
      if (count === atOnce || bytes >= bytesAtOnce) {
        stream.pause();
        turn = setImmediate(() => {
          turn = null;
          work();
        });
      } else {
        const length = next(listener);
        if (length === null) return;
        bytes += length;
      }
    }
  };
  const rest = (ms: number): void => {
    stream.pause();
    if (resting !== null) clearTimeout(resting);
    resting = setTimeout(() => {
      resting = null;
      if (listener !== null) work();
    }, ms);
  };

  stream.on('data', (chunk: Buffer) => {
    signs++;
    if (over) return;
    const wait = bytesWait(chunk.length);
    if (wait > 0) rest(wait);
    lines.push(chunk);
    if (listener === null) stream.pause();
    else work();
  });
  stream.on('end', () => {
    ended = true;
    // With nobody who hears what is left, it is over all the same.
    if (listener === null && !over) drop({ kind: lines.holds ? 'cut' : 'closed' });
    else work();
  });
  stream.on('error', (error: NodeJS.ErrnoException) =>
    drop({ kind: 'failed', cause: error.code ?? error.name }),
  );
  stream.on('close', () => drop({ kind: lines.holds ? 'cut' : 'closed' }));
  stream.pause();

  const sendText = (json: string): void => {
    if (over) return;
    // A stream counts what waits as it was given: of a text the characters.
    stream.write(Buffer.from(`${json}\n`));
    if (stream.writableLength > maxBehind) drop({ kind: 'behind', limit: maxBehind });
  };
  return {
    read(next) {
      if (over) return;
      listener = next;
      if (next === null) stream.pause();
      else work();
    },
    allow(bounds) {
      longest = bounds.longest;
      bytesWait = budgetOf(bounds);
      if (resting === null) return;
      clearTimeout(resting);
      resting = null;
      if (listener !== null) work();
    },
    send: (message) => sendText(JSON.stringify(message)),
    sendText,
    end() {
      if (over) return;
      over = true;
      listener = null;
      resolve({ kind: 'ours' });
      if (resting !== null) clearTimeout(resting);
      // What still comes is read and thrown away: a stream whose data nobody takes never closes.
      stream.resume();
      stream.end();
      linger = setTimeout(() => stream.destroy(), lingerMs).unref();
    },
    drop,
    get signs() {
      return signs;
    },
    ended: promise,
  };
}

function budgetOf({ bytes }: FramedBounds): (count: number) => number {
  return createBudget(bytes?.burst ?? Number.POSITIVE_INFINITY, bytes?.perSecond ?? 0);
}

/** So many more came. Answers for how long no more should, milliseconds: `burst` may come at once, and `perSecond` in each second after. */
function createBudget(burst: number, perSecond: number): (count: number) => number {
  let left = burst;
  let at = performance.now();
  return (count) => {
    if (burst === Number.POSITIVE_INFINITY) return 0;
    const now = performance.now();
    left = Math.min(burst, left + ((now - at) / 1000) * perSecond) - count;
    at = now;
    return left >= 0 ? 0 : (-left / perSecond) * 1000;
  };
}
