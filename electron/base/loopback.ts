import { BlockList, isIP } from 'node:net';
import { foldedHost } from '../../shared/model/place.ts';

const addresses = new BlockList();
addresses.addSubnet('127.0.0.0', 8, 'ipv4');
addresses.addAddress('::1', 'ipv6');

/** Whether an IP address is of this machine alone. A name is not one. */
export function isLoopbackAddress(host: string): boolean {
  const family = isIP(host);
  return family !== 0 && addresses.check(host, family === 6 ? 'ipv6' : 'ipv4');
}

/** Whether a host, as it is typed, is this machine, which every machine calls `localhost` (RFC 6761, section 6.3). */
export function isLoopbackHost(host: string): boolean {
  const folded = foldedHost(host);
  return folded === 'localhost' || isLoopbackAddress(folded);
}
