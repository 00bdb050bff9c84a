import { AppError } from '../../../shared/errors.ts';
import { type Address, inTryingOrder } from '../addresses.ts';
import { firstToSucceed } from '../happy-eyeballs.ts';
import type { OpenOptions, Way } from '../open.ts';
import { longestHeadStartMs, mostTelling } from '../open-any.ts';
import type { Target } from '../transport.ts';
import { probeUdp } from '../udp/reachability.ts';
import { bindUdp, connectUdpSocket } from '../udp/socket.ts';
import * as errors from './errors.ts';
import { type Attempt, isSilence, tryHandshake } from './handshake.ts';
import { type Found, finding } from './stage.ts';

/** How long the question whether there is SCTP at all may take, milliseconds: a stack answers it at once. */
const probeMs = 2000;

/** The addresses that are worth a handshake, and the handshake where it ran already. */
export interface Reached {
  readonly addresses: readonly Address[];
  readonly attempt: Attempt | null;
}

/** A failure at one of several addresses. */
interface Failure {
  readonly address: Address;
  readonly error: AppError;
}

export interface ReachOptions extends OpenOptions {
  /** Is told the address of the failure that is thrown. */
  readonly onBlamed: (address: Address) => void;
}

/** A user may not send SCTP past the kernel, so all that can be told without a handshake is whether there is a route; nothing is sent. */
export async function examineRoutes(
  target: Target,
  addresses: readonly Address[],
  { onBlamed }: ReachOptions,
): Promise<Found<Reached>> {
  const routed: { readonly address: Address; readonly from: string }[] = [];
  const failures: Failure[] = [];
  for (const address of addresses) {
    try {
      routed.push({ address, from: await routeTo(target, address) });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      failures.push({ address, error });
    }
  }
  const [first] = routed;
  if (first === undefined) throw blame(failures, onBlamed);
  const { address, from } = first;
  return {
    finding: finding('route-found', { address: address.address, from }),
    value: { addresses: routed.map((each) => each.address), attempt: null },
  };
}

async function routeTo(target: Target, { address, family }: Address): Promise<string> {
  const socket = await bindUdp(family, undefined, 0);
  try {
    await connectUdpSocket(socket, address, target.port);
    return socket.address().address;
  } catch (error) {
    throw errors.noRoute(target.host, error);
  } finally {
    socket.close();
  }
}

/**
 * Asks for an SCTP stack without opening anything, at one address after the other as the app tries them. Where there is silence the handshake
 * decides, since a filter may drop what belongs to no association and let a handshake through.
 */
export async function examineUdpPort(
  target: Target,
  way: Way,
  addresses: readonly Address[],
  options: ReachOptions,
): Promise<Found<Reached>> {
  const { signal, connectTimeoutMs = 5000, answered, onBlamed } = options;
  const { udpPort } = target;
  const order = inTryingOrder(addresses, answered?.get(target.host));
  const timeoutMs = Math.min(probeMs, connectTimeoutMs);
  const failures: Failure[] = [];
  const probe = async (address: Address, lost: AbortSignal): Promise<Address> => {
    try {
      const either = signal === undefined ? lost : AbortSignal.any([signal, lost]);
      await probeAddress(target, address, { signal: either, timeoutMs });
      return address;
    } catch (error) {
      if (error instanceof AppError) failures.push({ address, error });
      throw error;
    }
  };
  const start = performance.now();
  try {
    const found = await firstToSucceed(order, probe, {
      headStartMs: Math.min(longestHeadStartMs, timeoutMs / (2 * order.length)),
      onLate: () => {},
      signal,
    });
    const { address } = found;
    return {
      finding: finding('sctp-answers', { address, udpPort }),
      value: { addresses: [found], attempt: null },
    };
  } catch (error) {
    if (signal?.aborted) throw errors.testCancelled();
    if (!(error instanceof AggregateError)) throw error;
  }
  const ms = Math.round(performance.now() - start);
  const silent = order.filter((address) =>
    failures.some((failure) => failure.address === address && isSilence(failure.error)),
  );
  const [first] = silent;
  if (first !== undefined) {
    const attempt = await tryHandshake(target, way, silent, options);
    const address = 'error' in attempt ? first.address : attempt.address.address;
    if (!('error' in attempt && isSilence(attempt.error)))
      return {
        finding: finding('probe-unanswered', { address, udpPort }),
        value: { addresses: silent, attempt },
        ms,
      };
  }
  throw blame(failures, onBlamed);
}

async function probeAddress(
  target: Target,
  address: Address,
  options: { readonly signal: AbortSignal; readonly timeoutMs: number },
): Promise<void> {
  switch (await probeUdp({ ...target, ...address }, options)) {
    case 'sctp':
      return;
    case 'closed':
      throw errors.udpPortClosed(target);
    case 'other':
      throw errors.notSctp(target);
    case 'silent':
      throw errors.silent(target);
  }
}

function blame(failures: readonly Failure[], onBlamed: (address: Address) => void): unknown {
  const error = mostTelling(failures.map((failure) => failure.error));
  const blamed = failures.find((failure) => failure.error === error);
  if (blamed !== undefined) onBlamed(blamed.address);
  return error;
}
