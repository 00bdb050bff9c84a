import { AppError } from '../../../shared/errors.ts';
import type { Finding } from '../../../shared/model/connection-test.ts';
import { within } from '../../base/within.ts';
import { type Address, type Lookup, literalAddress, lookupAll } from '../addresses.ts';
import { hostUnknown, isHostName } from '../host-unknown.ts';
import type { OpenOptions } from '../open.ts';
import { nameServerSilent, testCancelled } from './errors.ts';
import { type Found, finding } from './stage.ts';

/**
 * All addresses of a host, as the system prefers them; the app tries the first before the others. The system's look-up cannot be stopped, so it is
 * left to itself when the time is over. Throws `host-not-found` and `cancelled`.
 */
export async function findAddresses(
  host: string,
  { signal, connectTimeoutMs = 5000, lookup = lookupAll }: OpenOptions,
): Promise<Found<readonly Address[]>> {
  const literal = literalAddress(host);
  if (literal !== null) {
    return { finding: finding('address-given', { ...literal }), value: [literal] };
  }
  const addresses = await boundedLookup(lookup, host, connectTimeoutMs, signal);
  const [first, ...others] = addresses;
  if (first === undefined) throw hostUnknown(host, undefined);
  const names = others.map(({ address }) => address).join(', ');
  return {
    finding: finding('addresses-found', {
      host,
      ...first,
      count: addresses.length,
      others: names === '' ? null : names,
    }),
    value: addresses,
  };
}

async function boundedLookup(
  lookup: Lookup,
  host: string,
  ms: number,
  signal: AbortSignal | undefined,
) {
  try {
    return await within(() => lookup(host), {
      ms,
      onTimeout: () => {
        throw nameServerSilent(host);
      },
      signal,
      onAbort: testCancelled,
    });
  } catch (error) {
    if (error instanceof AppError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw code === 'EAI_AGAIN' && isHostName(host)
      ? nameServerSilent(host, error)
      : hostUnknown(host, error);
  }
}

/** The finding of a look-up that failed. */
export function explainResolve(host: string, error: AppError): Finding {
  const silent = error.code === 'host-not-found' && error.detail.case === 'name-server-silent';
  return finding(silent ? 'name-server-silent' : 'host-unknown', { host });
}
