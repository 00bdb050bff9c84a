import { createWaitingLine, type WaitingLine } from '../base/waiting-line.ts';
import type { Pace } from './pace.ts';

/** Lets only so many associations be set up at once to one host: a deployed server's backlog holds 20, the next is refused by ABORT (deployed behaviour 13). */
export interface HandshakeGate {
  /** Resolves with leaving, when there is room. Rejects with the signal's reason when it fires first. */
  enter(host: string, signal: AbortSignal): Promise<() => void>;
}

interface HostQueue {
  inside: number;
  readonly line: WaitingLine;
}

/** A gate with this many places for each host. With a pace, who has a place begins when a turn of the event loop has time for it. */
export function createHandshakeGate(places: number, pace?: Pace): HandshakeGate {
  const hosts = new Map<string, HostQueue>();

  const leave = (key: string, queue: HostQueue): void => {
    // A place that is handed over stays counted as taken.
    if (!queue.line.next() && --queue.inside === 0) hosts.delete(key);
  };
  return {
    async enter(host, signal) {
      signal.throwIfAborted();
      const key = host.toLowerCase();
      const queue = hosts.get(key) ?? { inside: 0, line: createWaitingLine() };
      hosts.set(key, queue);
      if (queue.inside < places) queue.inside++;
      else await queue.line.wait(signal);
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
