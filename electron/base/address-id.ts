import { createHash } from 'node:crypto';
import { foldedHost, type ProxyAddress } from '../../shared/model/place.ts';

/** The namespace for URLs (RFC 9562 section 6.6). */
const urlNamespace = '6ba7b8119dad11d180b400c04fd430c8';

/** Under which the audit log keeps changes of a proxy that has no profile: a UUID (version 5) made from its address, the same each time. */
export function idOfAddress(address: ProxyAddress): string {
  const { host, port, udpPort, transport, sshDestination } = address;
  const way = transport === 'ssh' ? `ssh/${sshDestination}` : `udp/${udpPort}`;
  const url = `spcp://${foldedHost(host)}:${port}/${way}`;
  const hash = createHash('sha1').update(Buffer.from(urlNamespace, 'hex')).update(url).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const text = hash.toString('hex', 0, 16);
  return text.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
