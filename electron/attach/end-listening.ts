import { within } from '../base/within.ts';
import type { KeptListening } from './keep-listening.ts';
import type { Peer } from './serve-peer.ts';

export interface EndParts {
  readonly kept: Pick<KeptListening, 'end'>;
  /** All who attached; those who came until it listens no more, too. */
  readonly peers: () => Iterable<Pick<Peer, 'close' | 'ended'>>;
  readonly logFault: (what: string, error: unknown) => void;
  /** That each of the two steps may take, milliseconds. */
  readonly limitMs?: number;
}

const usualLimitMs = 5000;

/**
 * Listens no more, and lets everybody go who attached. In bounded time, whatever a disk or a peer does: the console behind it has sessions to end and
 * a database to close. Never rejects; what did not end is logged.
 */
export async function endListening(parts: EndParts): Promise<void> {
  const { kept, peers, logFault, limitMs = usualLimitMs } = parts;
  const inTime = async (what: string, step: () => Promise<unknown>): Promise<void> => {
    try {
      const onTimeout = () => {
        throw new Error(`not within ${limitMs} ms`);
      };
      await within(step, { ms: limitMs, onTimeout });
    } catch (error) {
      logFault(what, error);
    }
  };
  await inTime('listening for others did not end', kept.end);
  const all = [...peers()];
  for (const peer of all) peer.close();
  await inTime('somebody who attached did not leave', () =>
    Promise.all(all.map(({ ended }) => ended)),
  );
}
