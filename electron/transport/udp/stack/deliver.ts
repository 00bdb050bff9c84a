import type { DropReason } from '../../../../shared/model/diagnostics.ts';
import type { PacketHeader } from '../guard/packet-check.ts';
import { deliverData } from './data-path.ts';
import { libraryPacket } from './library-packet.ts';
import type { Association, Endpoint } from './sctp-library.ts';

/** A packet that passed the guard. */
export interface GuardedPacket {
  readonly datagram: Buffer;
  readonly header: PacketHeader;
  /** The IPv4 address that stands for its sender in the library. */
  readonly from: string;
  /** Null for a stranger's. */
  readonly association: Association | null;
}

/** Hands it to the library, or says why not. `onFailure` is told what the library throws. */
export function deliver(
  endpoint: Endpoint,
  { datagram, header, from, association }: GuardedPacket,
  onFailure: (error: unknown) => void,
): DropReason | null {
  try {
    if (association !== null && deliverData(datagram, header, association)) return null;
    const packet = libraryPacket(datagram, header);
    if (packet === null) return 'chunk-type';
    endpoint.emit('packet', packet, from, undefined);
    return null;
  } catch (error) {
    onFailure(error);
    return 'library-failure';
  }
}
