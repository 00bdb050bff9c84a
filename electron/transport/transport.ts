import type { AppError } from '../../shared/errors.ts';
import type { ProxyAddress } from '../../shared/model/place.ts';
import type { DatagramCounts } from './udp/guard/drop-counts.ts';
import type { OpenAssociation } from './udp/left-behind/open-association.ts';

/** How an association is reached: the machine's own SCTP, SCTP in UDP (RFC 6951), or a relay on the far side. */
export type TransportKind = 'kernel' | 'udp' | 'ssh';

/** `message`: one `onMessage` call is one SCTP message. `stream`: boundaries are lost. */
export type Framing = 'message' | 'stream';

/** Why an association is over; exactly one for each transport. */
export type TransportEnd =
  | { readonly reason: 'closed' }
  | { readonly reason: 'peer-shutdown' }
  | { readonly reason: 'peer-abort' }
  | { readonly reason: 'failed'; readonly error: AppError };

/** One open SCTP association: ordered messages on stream 0. Knows nothing of SPCP. */
export interface Transport {
  readonly kind: TransportKind;
  readonly framing: Framing;
  /** For people of any language: `192.0.2.1:9090 (UDP 9899)`. */
  readonly description: string;
  /** What came in datagrams, and what the guard dropped; only where the guard is ours. */
  readonly counts?: DatagramCounts;
  /** What ends it after this process was killed; only in UDP, where the system does not. */
  readonly inUdp?: OpenAssociation;
  /** Resolves once, with the only reason; never rejects. */
  readonly ended: Promise<TransportEnd>;
  /** What was sent has not been acknowledged yet, by the peer's SCTP stack and not by who reads there. Only where the transport can tell. */
  readonly unacknowledged?: boolean;
  /** Queues one SCTP message; `more`: another follows at once, and may go in the same packet. After the end it does nothing. */
  send(message: Uint8Array, more?: boolean): void;
  /** One listener at most; messages that came before it are delivered to it first. Returns unsubscribing. */
  onMessage(listener: (message: Uint8Array) => void): () => void;
  /** Ends in order (SHUTDOWN, RFC 9260 section 9.2); aborts if the peer does not answer in time. Resolves at the end. */
  close(): Promise<TransportEnd>;
  /** Ends at once (ABORT, RFC 9260 section 9.1). Only for peers that stopped answering. */
  abort(): void;
}

/** Where to connect. Ports are SCTP port and UDP encapsulation port; by `ssh` host and port are those that the SSH server sees. */
export type Target = Readonly<ProxyAddress>;

/** How long a handshake may take, and what ends it before. */
export interface HandshakeOptions {
  readonly signal?: AbortSignal | undefined;
  /** For the whole handshake, milliseconds. */
  readonly connectTimeoutMs: number;
}

/** An endpoint that accepts associations; the reference proxy's side. */
export interface TransportServer {
  readonly host: string;
  /** SCTP port. */
  readonly port: number;
  /** UDP encapsulation port, null on kernel SCTP. */
  readonly udpPort: number | null;
  /** Associations open now. */
  readonly associations: number;
  /** Ends every association in order, then stops listening. */
  close(): Promise<void>;
}
