import { setTimeout as sleep } from 'node:timers/promises';
import { type Address, addressesOf, type Lookup } from '../addresses.ts';
import { chooseWay } from '../open.ts';
import type { Target } from '../transport.ts';
import { createReturnProbe } from './return-probe.ts';

/** How long an answer may take, milliseconds; the next question waits for it. */
const answerMs = 1000;
/** Questions go out at whole quarters of a second, so that those for a fleet that is away share their wake-ups. */
const beatMs = 250;
/** What has been away for long is asked more seldom: its return is noticed after this part of the time that it was away. */
const lateShare = 1 / 30;
/** The same while no window can be seen. */
const hiddenLateShare = 1 / 6;
const longestPauseMs = 5000;
/** Such questions go out at whole seconds. */
const seldomBeatMs = 1000;

export interface ReturnOptions {
  readonly signal: AbortSignal;
  /** The target was silent just now; else it has to fall silent first, since what answers all the time has not come back. */
  readonly wasSilent: boolean;
  /** Milliseconds for which it has been away by now. */
  readonly awayMs: number;
}

/** Milliseconds from one question to the next, for what has been away for so long: 0 where the next follows the answer to the last. `visible`: a window can be seen. */
export function pauseBetween(awayMs: number, visible: boolean): number {
  const pause = Math.min(longestPauseMs, awayMs * (visible ? lateShare : hiddenLateShare));
  return pause < answerMs ? 0 : pause;
}

/**
 * Tells when a target that cannot be reached answers again, at any of its addresses: after a black-out of the network, or when its host is up again. It asks the SCTP
 * stack there by a `ReturnProbe`, so nothing is opened and no server troubled. Only for targets in UDP: a kernel's own SCTP offers no such question
 * without privilege, and a relay's host is SSH's business.
 */
export interface ReturnWatch {
  /** Remembers where the host is while its name can be looked up: during a black-out it cannot. */
  remember(target: Target): void;
  /** Resolves when it is back. Rejects when the signal fires, and at once where there is nothing to ask. */
  back(target: Target, options: ReturnOptions): Promise<void>;
  /** Where no window can be seen, what was away for some seconds is asked more seldom. One can be at first. */
  setVisible(visible: boolean): void;
}

/** `lookup` is the system's unless told. */
export function createReturnWatch(lookup?: Lookup): ReturnWatch {
  const known = new Map<string, readonly Address[]>();
  const probe = createReturnProbe();
  let visible = true;

  const knownOf = async (host: string, signal: AbortSignal): Promise<readonly Address[]> => {
    const addresses = known.get(host) ?? (await addressesOf(host, { signal, lookup }));
    known.set(host, addresses);
    return addresses;
  };
  return {
    setVisible(value) {
      visible = value;
    },
    remember({ host }) {
      // A name that cannot be looked up now is looked up when it is needed.
      void addressesOf(host, { lookup }).then(
        (addresses) => known.set(host, addresses),
        () => {},
      );
    },
    async back(target, { signal, wasSilent, awayMs }) {
      if (chooseWay(target)?.kind !== 'udp') throw new Error('there is nothing to ask');
      const { host, port, udpPort } = target;
      const addresses = await knownOf(host, signal);
      const ask = async (): Promise<boolean> => {
        const answers = addresses.map((address) =>
          probe({ host, port, udpPort, ...address }, { signal, timeoutMs: answerMs }),
        );
        return (await Promise.all(answers)).includes(true);
      };
      const begun = performance.now() - awayMs;
      for (let silent = wasSilent; ; ) {
        const pause = pauseBetween(performance.now() - begun, visible);
        const beat = pause === 0 ? beatMs : seldomBeatMs;
        await sleep(beat - (performance.now() % beat), undefined, { signal });
        const answers = await ask();
        if (answers && silent) return;
        silent ||= !answers;
        // Silence took as long to tell.
        const rest = answers ? Math.max(answerMs, pause) : pause - answerMs;
        if (rest > 0) await sleep(rest, undefined, { signal });
      }
    },
  };
}
