import { createHmac } from 'node:crypto';
import type { RemoteInfo } from 'node:dgram';
import { chunkType, type PacketHeader } from '../guard/packet-check.ts';
import type { Endpoint } from './sctp-library.ts';

/** Bytes before the INIT in a cookie of the library: its MAC (SHA-1) and what it noted down. */
const beforeInit = 20 + 16;
const chunkHeader = 4;

/**
 * Lets a cookie be good for the sender alone that it was made for. The library's cookies name ports only: with one that was made for
 * an address of their own, anybody could restart the association of another address. It asks for its secret whenever it makes or
 * checks a cookie; `sender` tells whose packet it is at then.
 */
export function bindCookies(endpoint: Endpoint, sender: () => RemoteInfo | null): void {
  let secret = endpoint.cookieSecretKey;
  Object.defineProperty(endpoint, 'cookieSecretKey', {
    get: () => {
      const { address, port } = sender() ?? { address: '', port: 0 };
      return createHmac('sha256', secret).update(`${address}|${port}`).digest();
    },
    // It takes a new one from time to time.
    set: (next: Buffer) => {
      secret = next;
    },
  });
}

/**
 * The tag of the peer in the cookie that a packet brings, not checked yet; null where it brings none. Where the association that is there
 * has this tag of the peer's, the cookie is a second one to the same handshake, late or replayed, and has to be discarded (RFC 9260
 * section 5.2.4, action C): it would pass for a restart.
 */
export function initiateTagOfCookie(datagram: Buffer, { chunks }: PacketHeader): number | null {
  if (chunks[0] !== chunkType.cookieEcho) return null;
  // The guard has seen that the cookie is long enough.
  return datagram.readUInt32BE(12 + chunkHeader + beforeInit + chunkHeader);
}
