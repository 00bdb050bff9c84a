import { isIPv6 } from 'node:net';
import { networkInterfaces } from 'node:os';
import { family } from './linux.ts';

/** The words of an IPv6 address without its zone. */
function ipv6Words(text: string): number[] {
  const [head = '', tail] = text.split('::');
  const words = (part: string): number[] =>
    part === ''
      ? []
      : part.split(':').flatMap((word) => {
          if (!word.includes('.')) return [Number.parseInt(word, 16)];
          const [a = 0, b = 0, c = 0, d = 0] = word.split('.').map(Number);
          return [(a << 8) | b, (c << 8) | d];
        });
  const left = words(head);
  if (tail === undefined) return left;
  const right = words(tail);
  return [...left, ...new Array<number>(8 - left.length - right.length).fill(0), ...right];
}

function scopeOf(zone: string | undefined): number {
  if (zone === undefined) return 0;
  if (/^[0-9]+$/.test(zone)) return Number(zone);
  return networkInterfaces()[zone]?.find((entry) => entry.family === 'IPv6')?.scopeid ?? 0;
}

/** `struct sockaddr_in` or `sockaddr_in6` of Linux for an address and a port. */
export function socketAddress(address: string, port: number): Buffer {
  const [plain = '', zone] = address.split('%');
  if (!isIPv6(plain)) {
    const bytes = Buffer.alloc(16);
    bytes.writeUInt16LE(family.inet, 0);
    bytes.writeUInt16BE(port, 2);
    plain.split('.').forEach((part, index) => {
      bytes.writeUInt8(Number(part), 4 + index);
    });
    return bytes;
  }
  const bytes = Buffer.alloc(28);
  bytes.writeUInt16LE(family.inet6, 0);
  bytes.writeUInt16BE(port, 2);
  ipv6Words(plain).forEach((word, index) => {
    bytes.writeUInt16BE(word, 8 + 2 * index);
  });
  bytes.writeUInt32LE(scopeOf(zone), 24);
  return bytes;
}
