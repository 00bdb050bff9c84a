import { setTimeout as sleep } from 'node:timers/promises';
import { type Address, chooseWay } from '../open.ts';
import { resolveHost } from '../resolve-host.ts';
import type { Target } from '../transport.ts';
import { createReturnProbe } from './return-probe.ts';

/** How long an answer may take, milliseconds; the next question waits for it. */
const answerMs = 1000;
/** Questions go out at whole quarters of a second, so that those for a fleet that is away share their wake-ups. */
const beatMs = 250;

export interface ReturnOptions {
  readonly signal: AbortSignal;
  /** The target was silent just now; else it has to fall silent first, since what answers all the time has not come back. */
  readonly wasSilent: boolean;
}

/**
 * Tells when a target that cannot be reached answers again: after a black-out of the network, or when its host is up again. It asks the SCTP
 * stack there by a `ReturnProbe`, so nothing is opened and no server troubled. Only for targets in UDP: a kernel's own SCTP offers no such question
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
  const probe = createReturnProbe();

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
        await sleep(beatMs - (performance.now() % beatMs), undefined, { signal });
        const asked = { host, port, udpPort, ...address };
        const answers = await probe(asked, { signal, timeoutMs: answerMs });
        if (answers && silent) return;
        silent ||= !answers;
        if (answers) await sleep(answerMs, undefined, { signal });
      }
    },
  };
}
