/** Numbers of Linux' socket interface, which other systems have differently. */
export const family = { inet: 2, inet6: 10 } as const;
/** SOCK_STREAM, and what is set along with it. */
export const socketType = { stream: 1, nonBlocking: 0o4000, closeOnExec: 0o2000000 } as const;
/** IPPROTO_SCTP, also the level of its options. */
export const protocolSctp = 132;
/** SOL_SOCKET and its options. */
export const socketLevel = 1;
export const socketOption = { reuseAddress: 2, error: 4, linger: 13, peerCredentials: 17 } as const;
/** RFC 6458 section 8. */
export const sctpOption = {
  retransmission: 0,
  initialMessage: 2,
  noDelay: 3,
  events: 11,
  delayedAcknowledgement: 16,
} as const;
/** MSG_DONTWAIT and MSG_NOSIGNAL. */
export const sendAtOnce = 0x40 | 0x4000;
/** MSG_MORE: what follows may go in the same packet. */
export const moreFollows = 0x8000;
