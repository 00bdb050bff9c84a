import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { AppError } from '../../../shared/errors.ts';
import type { Finding } from '../../../shared/model/connection-test.ts';
import { within } from '../../base/within.ts';
import { hostUnknown, isHostName } from '../host-unknown.ts';
import type { Address, OpenOptions } from '../open.ts';
import { cancelled, nameServerSilent } from './errors.ts';
import { type Found, finding } from './stage.ts';

/**
 * All addresses of a host; the first, as the system prefers, is the one that the app takes. The system's look-up cannot be stopped, so it is
 * left to itself when the time is over. Throws `host-not-found` and `cancelled`.
 */
export async function findAddresses(
  host: string,
  { signal, connectTimeoutMs = 5000 }: OpenOptions,
): Promise<Found<Address>> {
  const literal = isIP(host.split('%')[0] ?? '');
  if (literal !== 0) {
    const family = literal === 4 ? 4 : 6;
    return {
      finding: finding('address-given', { address: host, family }),
      value: { address: host, family },
    };
  }
  const addresses = await boundedLookup(host, connectTimeoutMs, signal);
  const [first, ...others] = addresses.map(({ address, family }): Address => {
    return { address, family: family === 6 ? 6 : 4 };
  });
  if (first === undefined) throw hostUnknown(host, undefined);
  const names = others.map(({ address }) => address).join(', ');
  return {
    finding: finding('addresses-found', {
      host,
      ...first,
      count: addresses.length,
      others: names === '' ? null : names,
    }),
    value: first,
  };
}

async function boundedLookup(host: string, ms: number, signal: AbortSignal | undefined) {
  try {
    return await within(() => lookup(host, { all: true }), {
      ms,
      onTimeout: () => {
        throw nameServerSilent(host);
      },
      signal,
      onAbort: cancelled,
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
