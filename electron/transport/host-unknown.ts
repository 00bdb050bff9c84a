import { domainToASCII } from 'node:url';
import { AppError } from '../../shared/errors.ts';

/** Of a label (RFC 1123 2.1), after IDNA. */
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;

/** No address was found. What no name server could know is not looked for in the network, or behind a VPN. */
export function hostUnknown(host: string, cause: unknown): AppError {
  if (!isHostName(host)) {
    return new AppError(
      'host-not-found',
      `${host} is neither a host name nor an address, and was not found. Correct it: a name has letters, digits and hyphens between its dots.`,
      { detail: { host, answered: true, reason: 'no-host-name' }, cause },
    );
  }
  return new AppError(
    'host-not-found',
    `There is no host called ${host}. Check the name, and that the VPN with its name server is up.`,
    { detail: { host, answered: true }, cause },
  );
}

/** Whether it could be one: a last label of digits alone is half an address. */
export function isHostName(host: string): boolean {
  const labels = domainToASCII(host).replace(/\.$/, '').split('.');
  return labels.every((part) => label.test(part)) && !/^\d+$/.test(labels.at(-1) ?? '');
}
