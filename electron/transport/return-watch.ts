import { setTimeout as sleep } from 'node:timers/promises';
import { toErrorValue } from '../../shared/errors.ts';
import { type Address, chooseWay } from './open.ts';
import { probeUdp } from './reachability.ts';
import { resolveHost } from './resolve-host.ts';
import type { Target } from './transport.ts';

/** One small datagram this often, milliseconds, for as long as somebody waits. */
const everyMs = 1000;

export interface ReturnOptions {
  readonly signal: AbortSignal;
  /** The target was silent just now; else it has to fall silent first, since what answers all the time has not come back. */
  readonly wasSilent: boolean;
}

/**
 * Tells when a target that cannot be reached answers again: after a black-out of the network, or when its host is up again. It asks the SCTP
 * stack there by `probeUdp`, so nothing is opened and no server troubled. Only for targets in UDP: a kernel's own SCTP offers no such question
 * without privilege, and a relay's host is SSH's business.
 */
export interface ReturnWatch {
  /** Remembers where the host is while its name can be looked up: during a black-out it cannot. */
  remember(target: Target): void;
  /** Resolves when it is back. Rejects when the signal fires, and at once where there is nothing to ask. */
  back(target: Target, options: ReturnOptions): Promise<void>;
}

export function createReturnWatch(): ReturnWatch {
  const known = new Map<string, Address>();

  const addressOf = async (host: string, signal: AbortSignal): Promise<Address> => {
    const address = known.get(host) ?? (await resolveHost(host, signal));
    known.set(host, address);
    return address;
  };
  return {
    remember({ host }) {
      // A name that cannot be looked up now is looked up when it is needed.
      void resolveHost(host).then(
        (address) => known.set(host, address),
        () => {},
      );
    },
    async back(target, { signal, wasSilent }) {
      if (chooseWay(target)?.kind !== 'udp') throw new Error('there is nothing to ask');
      const { host, port, udpPort } = target;
      const address = await addressOf(host, signal);
      for (let silent = wasSilent; ; ) {
        const begun = performance.now();
        const answers = await answering({ host, port, udpPort, ...address }, signal);
        if (answers && silent) return;
        silent ||= !answers;
        await sleep(Math.max(0, begun + everyMs - performance.now()), undefined, { signal });
      }
    },
  };
}

/** A fresh socket for each question: the way there, and so the own address, may be another one after the network changed. */
async function answering(
  target: Parameters<typeof probeUdp>[0],
  signal: AbortSignal,
): Promise<boolean> {
  try {
    return (await probeUdp(target, { signal, timeoutMs: everyMs })) === 'sctp';
  } catch (error) {
    if (toErrorValue(error).code === 'unreachable') return false;
    throw error;
  }
}
