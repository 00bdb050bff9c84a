import { lookup as systemLookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { AppError } from '../../shared/errors.ts';
import { within } from '../base/within.ts';
import { hostUnknown } from './host-unknown.ts';

/** An address of a host. */
export interface Address {
  readonly address: string;
  readonly family: 4 | 6;
}

/** All addresses of a name, in the order in which the system would take them. Rejects with the system's error. */
export type Lookup = (host: string) => Promise<readonly Address[]>;

export const lookupAll: Lookup = async (host) =>
  (await systemLookup(host, { all: true })).map(({ address, family }) => ({
    address,
    family: family === 6 ? 6 : 4,
  }));

/** The host itself where it is an address, else null. */
export function literalAddress(host: string): Address | null {
  const literal = isIP(host.split('%')[0] ?? '');
  return literal === 0 ? null : { address: host, family: literal === 4 ? 4 : 6 };
}

/** The addresses of a host, one at least, as the system prefers them. Throws `host-not-found` or `cancelled`. */
export async function addressesOf(
  host: string,
  { signal, lookup = lookupAll }: { signal?: AbortSignal | undefined; lookup?: Lookup | undefined },
): Promise<readonly Address[]> {
  const literal = literalAddress(host);
  if (literal !== null) return [literal];
  let found: readonly Address[];
  try {
    found = await within(() => lookup(host), {
      signal,
      onAbort: () => new AppError('cancelled', { case: 'connection', where: host }),
    });
  } catch (error) {
    throw error instanceof AppError ? error : hostUnknown(host, error);
  }
  if (found.length === 0) throw hostUnknown(host, undefined);
  return found;
}

/**
 * The order in which addresses are tried: the one that answered last time first, where it is still one of them; else the first of the system's,
 * and from there on the two families by turns, so that one that leads nowhere costs one head start only (RFC 8305 section 4).
 */
export function inTryingOrder(
  addresses: readonly Address[],
  answeredBefore: string | undefined,
): readonly Address[] {
  const once = [...new Map(addresses.map((each) => [each.address, each])).values()];
  const first = once.find(({ address }) => address === answeredBefore) ?? once[0];
  if (first === undefined) return [];
  const rest = once.filter((each) => each !== first);
  const others = rest.filter(({ family }) => family !== first.family);
  const same = rest.filter(({ family }) => family === first.family);
  const order = [first];
  for (let i = 0; i < Math.max(others.length, same.length); i++)
    for (const next of [others[i], same[i]]) if (next !== undefined) order.push(next);
  return order;
}
