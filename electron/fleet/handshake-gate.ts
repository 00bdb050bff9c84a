import type { Pace } from './pace.ts';

/** Lets only so many associations be set up at once to one host: a deployed server's backlog holds 20, the next is refused by ABORT (deployed behaviour 13). */
export interface HandshakeGate {
  /** Resolves with leaving, when there is room. Rejects with the signal's reason when it fires first. */
  enter(host: string, signal: AbortSignal): Promise<() => void>;
}

interface HostQueue {
  inside: number;
  readonly waiting: (() => void)[];
}

/** A gate with this many places for each host. With a pace, who has a place begins when a turn of the event loop has time for it. */
export function createHandshakeGate(places: number, pace?: Pace): HandshakeGate {
  const hosts = new Map<string, HostQueue>();

  const leave = (key: string, queue: HostQueue): void => {
    const next = queue.waiting.shift();
    if (next !== undefined) next();
    else if (--queue.inside === 0) hosts.delete(key);
  };
  return {
    async enter(host, signal) {
      signal.throwIfAborted();
      const key = host.toLowerCase();
      const queue = hosts.get(key) ?? { inside: 0, waiting: [] };
      hosts.set(key, queue);
      if (queue.inside < places) queue.inside++;
      else await turnIn(queue, signal);
      let left = false;
      const leaveOnce = (): void => {
        if (!left) leave(key, queue);
        left = true;
      };
      try {
        await pace?.wait(signal);
      } catch (error) {
        leaveOnce();
        throw error;
      }
      return leaveOnce;
    },
  };
}

/** Resolves when a place is handed over; it stays counted as taken. */
function turnIn(queue: HostQueue, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const enter = () => {
      signal.removeEventListener('abort', giveUp);
      resolve();
    };
    const giveUp = () => {
      queue.waiting.splice(queue.waiting.indexOf(enter), 1);
      reject(signal.reason);
    };
    queue.waiting.push(enter);
    signal.addEventListener('abort', giveUp, { once: true });
  });
}
