import type { ReferenceProxy } from '../../electron/reference-proxy/reference-proxy.ts';

/** Where a reference proxy that listens in UDP is reached. */
export function udpTarget({ host, port, udpPort }: ReferenceProxy) {
  if (udpPort === null) throw new Error('this proxy listens on kernel SCTP');
  return { host, port, udpPort, transport: 'udp' as const };
}
