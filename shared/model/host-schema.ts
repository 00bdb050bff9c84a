import { z } from 'zod';
import { boundedText } from './text.ts';

const ipv4 = z.ipv4();
const ipv6 = z.ipv6();
/** A part of a host name (RFC 1123), also with the underscore that some networks use. */
const label = /^(?!-)[A-Za-z0-9_-]{1,63}(?<!-)$/;
const zone = /^[A-Za-z0-9_.-]{1,64}$/;

/** A host name, an IPv4 or an IPv6 address, no brackets and no port. */
export const hostSchema = boundedText(253).trim().min(1, { abort: true }).refine(isHost);

function isHost(text: string): boolean {
  const [address = '', ...zones] = text.split('%');
  if (address.includes(':'))
    return ipv6.safeParse(address).success && zones.length <= 1 && zones.every(isZone);
  return zones.length === 0 && isName(text);
}

function isZone(text: string): boolean {
  return zone.test(text);
}

/** What ends in a number is read as an address by every resolver (RFC 1123 section 2.1), so it has to be one. */
function isName(text: string): boolean {
  const labels = text.replace(/\.$/, '').split('.');
  if (/^[0-9]+$/.test(labels.at(-1) ?? '')) return ipv4.safeParse(text).success;
  return labels.every((each) => label.test(each));
}
