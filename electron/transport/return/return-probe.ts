import type { Socket } from 'node:dgram';
import { within } from '../../base/within.ts';
import { isReflected, newProbe } from '../udp/reachability.ts';
import { bindUdp } from '../udp/socket.ts';
import type { UdpTarget } from '../udp/target.ts';

export interface ReturnProbeOptions {
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
}

/** Asks whether an SCTP stack answers at a UDP port, by one datagram as `probeUdp` sends it. Rejects with the signal's reason, and with nothing else. */
export type ReturnProbe = (target: UdpTarget, options: ReturnProbeOptions) => Promise<boolean>;

/** The questions that are open on one socket, by the tag that the answer has to bring back. */
interface Questions {
  readonly socket: Promise<Socket>;
  readonly open: Map<number, { readonly probe: Buffer; readonly answered: () => void }>;
}

/**
 * All questions of one IP version go out by one socket, which is there while any is open: a fleet that is away for days is asked every
 * second, and a socket for each question would cost more than all else together. It is bound to no address, so that each datagram takes
 * the way of now: after the network changed it may be another one.
 */
export function createReturnProbe(): ReturnProbe {
  const byFamily = new Map<4 | 6, Questions>();

  const questionsOf = (family: 4 | 6): Questions => {
    const known = byFamily.get(family);
    if (known !== undefined) return known;
    const open: Questions['open'] = new Map();
    const socket = bindUdp(family, undefined, 0).then((bound) => {
      bound.on('message', (datagram) => {
        if (datagram.length !== 16) return;
        const question = open.get(datagram.readUInt32BE(4));
        if (question !== undefined && isReflected(datagram, question.probe)) question.answered();
      });
      // The system tells here of a closed port or a missing way: to whoever asks that is silence.
      bound.on('error', () => {});
      return bound;
    });
    const questions = { socket, open };
    byFamily.set(family, questions);
    return questions;
  };

  return async (target, { signal, timeoutMs }) => {
    signal.throwIfAborted();
    const probe = newProbe(target.port);
    const tag = probe.readUInt32BE(4);
    const { socket, open } = questionsOf(target.family);
    // Whatever keeps the question from going out, nobody answers it.
    const lost = (): void => {};
    const ask = () =>
      new Promise<boolean>((resolve) => {
        open.set(tag, { probe, answered: () => resolve(true) });
        socket.then((bound) => bound.send(probe, target.udpPort, target.address, lost), lost);
      });
    try {
      return await within(ask, { ms: timeoutMs, onTimeout: () => false, signal });
    } finally {
      open.delete(tag);
      if (open.size === 0) {
        byFamily.delete(target.family);
        socket.then((bound) => bound.close(), lost);
      }
    }
  };
}
