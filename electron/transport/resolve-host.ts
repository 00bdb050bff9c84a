import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { AppError } from '../../shared/errors.ts';
import { hostUnknown } from './host-unknown.ts';

/** The address of a host, IPv4 or IPv6, as the system prefers. Throws `host-not-found` or `cancelled`. */
export async function resolveHost(
  host: string,
  signal?: AbortSignal,
): Promise<{ address: string; family: 4 | 6 }> {
  const literal = isIP(host.split('%')[0] ?? '');
  if (literal !== 0) return { address: host, family: literal === 4 ? 4 : 6 };
  try {
    const { address, family } = await lookup(host);
    if (signal?.aborted) throw new AppError('cancelled', { case: 'connection', where: host });
    return { address, family: family === 6 ? 6 : 4 };
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw hostUnknown(host, error);
  }
}
