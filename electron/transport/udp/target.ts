/** The far end of an association in UDP. */
export interface UdpTarget {
  /** For messages. */
  readonly host: string;
  readonly address: string;
  readonly family: 4 | 6;
  /** SCTP port. */
  readonly port: number;
  /** UDP encapsulation port (RFC 6951). */
  readonly udpPort: number;
}
