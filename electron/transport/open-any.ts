import { AppError, type ErrorCode } from '../../shared/errors.ts';
import { type Clock, systemClock } from '../base/clock.ts';
import type { Address } from './addresses.ts';
import { firstToSucceed } from './happy-eyeballs.ts';
import type { Transport } from './transport.ts';

/** How long an address is tried alone, milliseconds (RFC 8305 section 5); less where the time for all is short. */
export const longestHeadStartMs = 250;

/** What opens an association with one address. It throws an `AppError`. */
export type OpenOne = (
  address: Address,
  options: {
    /** Fires when another address has answered. */
    readonly lost: AbortSignal;
    /** What is left of the time for all. */
    readonly connectTimeoutMs: number;
  },
) => Promise<Transport>;

/** An association, and the address that answered. */
export interface OpenedAt {
  readonly transport: Transport;
  readonly address: Address;
}

/**
 * Opens an association with one of several addresses, the one that answers first. One that comes up after that is ended in order at once: a
 * deployed server can freeze when it is aborted, or left half open (deployed behaviour 13). Throws what says most of what `open` threw.
 */
export async function openAny(
  addresses: readonly Address[],
  open: OpenOne,
  {
    signal,
    connectTimeoutMs,
    clock = systemClock,
  }: {
    readonly signal?: AbortSignal | undefined;
    readonly connectTimeoutMs: number;
    readonly clock?: Clock | undefined;
  },
): Promise<OpenedAt> {
  const until = clock.now() + connectTimeoutMs;
  const headStartMs = Math.min(longestHeadStartMs, connectTimeoutMs / (2 * addresses.length));
  const begin = async (address: Address, lost: AbortSignal): Promise<OpenedAt> => {
    const left = Math.max(1, until - clock.now());
    return { transport: await open(address, { lost, connectTimeoutMs: left }), address };
  };
  try {
    return await firstToSucceed(addresses, begin, {
      headStartMs,
      signal,
      clock,
      onLate: ({ transport }) => void transport.close(),
    });
  } catch (error) {
    throw error instanceof AggregateError ? mostTelling(error.errors) : error;
  }
}

/** From what an answer of the host itself shows to what shows nothing. */
const byTelling: readonly ErrorCode[] = [
  'refused',
  'not-sctp',
  'udp-port-closed',
  'connect-timeout',
  'unreachable',
];

/** Of the failures at several addresses the one to show: the earliest of those that say most. A bug before all. */
export function mostTelling(errors: readonly unknown[]): unknown {
  const rank = (error: unknown): number => {
    if (!(error instanceof AppError)) return -1;
    const place = byTelling.indexOf(error.code);
    return place < 0 ? byTelling.length : place;
  };
  return errors.toSorted((a, b) => rank(a) - rank(b))[0];
}
