import { noKernelSctp } from '../doctor/errors.ts';
import type { Libc } from './libc.ts';
import { family, protocolSctp, sctpOption, socketType } from './linux.ts';
import { unsupported } from './support.ts';

/**
 * Milliseconds, as for SCTP in UDP (RFC 9260 section 16 has 3000 or 1000 for the first, and a minute at most): a session of small
 * messages is to answer soon after the network is back.
 */
const retransmission = { initial: 1000, max: 1000, min: 300 };
/** INITs until the timeout, which is ours. */
const maxInitAttempts = 0xffff;

/** A socket of the kernel's SCTP that does not block, by descriptor. Throws `no-kernel-sctp`. */
export function openSocket(libc: Libc, ipv6: boolean): number {
  const fd = libc.socket(
    ipv6 ? family.inet6 : family.inet,
    socketType.stream | socketType.nonBlocking | socketType.closeOnExec,
    protocolSctp,
  );
  if (fd < 0) throw noKernelSctp(unsupported(libc.errno()));
  setInteger(libc, fd, protocolSctp, sctpOption.noDelay, 1);
  setRetransmission(libc, fd);
  return fd;
}

/** `struct sctp_rtoinfo` and `struct sctp_initmsg` (RFC 6458, sections 8.1.1 and 8.1.3). */
function setRetransmission(libc: Libc, fd: number): void {
  const { initial, max, min } = retransmission;
  const times = new Uint32Array([0, initial, max, min]);
  const init = new Uint16Array([0, 0, maxInitAttempts, max]);
  for (const [option, value] of [
    [sctpOption.retransmission, times],
    [sctpOption.initialMessage, init],
  ] as const) {
    libc.setsockopt(fd, protocolSctp, option, new Uint8Array(value.buffer), value.byteLength);
  }
}

/** Sets an option that is an integer. */
export function setInteger(
  libc: Libc,
  fd: number,
  level: number,
  option: number,
  value: number,
): void {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value, 0);
  libc.setsockopt(fd, level, option, bytes, bytes.length);
}
