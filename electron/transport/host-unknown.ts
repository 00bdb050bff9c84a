import { domainToASCII } from 'node:url';
import { AppError } from '../../shared/errors.ts';

/** Of a label (RFC 1123 2.1), after IDNA. */
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;

/** No address was found. What no name server could know is not looked for in the network, or behind a VPN. */
export function hostUnknown(host: string, cause: unknown): AppError {
  return new AppError(
    'host-not-found',
    { case: isHostName(host) ? 'unknown' : 'no-host-name', host },
    { cause },
  );
}

/** Whether it could be one: a last label of digits alone is half an address. */
export function isHostName(host: string): boolean {
  const labels = domainToASCII(host).replace(/\.$/, '').split('.');
  return labels.every((part) => label.test(part)) && !/^\d+$/.test(labels.at(-1) ?? '');
}
