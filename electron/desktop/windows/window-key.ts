import type { WindowAddress } from '../../../shared/address/window-address.ts';

/**
 * What a window is of: two addresses with the same key are shown by one window. A proxy has one and so has each set of compared proxies, in
 * whatever order, case of its letters and over whatever span; each of its console.
 */
export function windowKey(
  { page, id, search }: WindowAddress,
  console: string | null = null,
): string {
  if (page !== 'compare') return JSON.stringify([console, page, id?.toLowerCase() ?? null]);
  const ids = new Set((search.get('ids') ?? '').toLowerCase().split(','));
  return JSON.stringify([console, page, [...ids].sort()]);
}
