import { Buffer } from 'node:buffer';

const kept = new Set([
  'USER',
  'TOP',
  'UIDL',
  'RESP-CODES',
  'AUTH-RESP-CODE',
  'LOGIN-DELAY',
  'EXPIRE',
  'IMPLEMENTATION',
]);

/** The origin's capabilities without those that the relay does not pass on (STLS, SASL …), and with PIPELINING, which it gives (RFC 2449 section 6). Whole body in, whole body out. */
export function relayCapabilities(body: Buffer): Buffer {
  const lines = body
    .toString('latin1')
    .split('\r\n')
    .filter((line) => kept.has((line.split(' ')[0] ?? '').toUpperCase()));
  return Buffer.from(`${[...lines, 'PIPELINING', '.'].join('\r\n')}\r\n`, 'latin1');
}
