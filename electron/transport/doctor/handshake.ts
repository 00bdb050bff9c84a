import { AppError } from '../../../shared/errors.ts';
import type { Address } from '../addresses.ts';
import { type OpenOptions, openWay, type Way } from '../open.ts';
import type { OpenedAt } from '../open-any.ts';
import type { Target } from '../transport.ts';

/** A handshake, which may have run while the stage before was still open. */
export type Attempt = { readonly ms: number } & (OpenedAt | { readonly error: AppError });

/** Tries it with these addresses as the app does. Throws `cancelled` alone. */
export async function tryHandshake(
  target: Target,
  way: Way,
  addresses: readonly Address[],
  options: OpenOptions,
): Promise<Attempt> {
  const start = performance.now();
  const elapsed = () => Math.round(performance.now() - start);
  try {
    const opened = await openWay(target, way, addresses, options);
    return { ...opened, ms: elapsed() };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'cancelled') throw error;
    return { error, ms: elapsed() };
  }
}

/** Nothing came that was an answer. */
export function isSilence(error: AppError): boolean {
  return error.code === 'connect-timeout' && error.detail.case !== 'handshake';
}
