import type { AppError } from '../../shared/errors.ts';
import type { ConnectionInfo } from '../../shared/model/proxy-state.ts';
import { isImplausibleConnections } from '../../shared/spcp/counter.ts';
import { createTopic, type Topic } from '../base/topic.ts';
import { openTransport } from '../transport/open.ts';
import type { Target, TransportEnd } from '../transport/transport.ts';
import type { DatagramCounts } from '../transport/udp/guard/drop-counts.ts';
import { Session } from './session.ts';

/** One reading of the three metrics (report 1.1.5, 0x02 to 0x04). */
export interface MetricsReading {
  readonly connections: bigint;
  readonly transferredBytes: bigint;
  readonly accesses: bigint;
  /** The count of connections cannot be one (deployed behaviour 14). */
  readonly implausible: boolean;
  /** Mean of the three requests, milliseconds. */
  readonly roundTripMs: number;
}

/**
 * What can be asked of a proxy, on a session that is logged in. Every method throws `server-error`, `reply-timeout`, `protocol-error`,
 * `association-lost`, `cancelled` or `not-connected`, and those with an argument `invalid-input`, before anything is sent.
 */
export class SpcpClient {
  /** Each transformation that is read on the session, whoever asked; null for none. */
  readonly transformations: Pick<Topic<string | null>, 'listen'>;
  readonly #session: Session;
  readonly #read = createTopic<string | null>();

  constructor(session: Session) {
    this.#session = session;
    this.transformations = this.#read;
  }

  /** The only end of the association; never rejects. */
  get ended(): Promise<TransportEnd> {
    return this.#session.ended;
  }

  /** Why the session is over though nobody asked it to quit, or null. */
  get failure(): AppError | null {
    return this.#session.failure;
  }

  /** For people: where the proxy is. */
  get where(): string {
    return this.#session.where;
  }

  /** What came in datagrams, and what of it was dropped; null where the transport does not count. */
  get datagrams(): DatagramCounts | null {
    return this.#session.datagrams;
  }

  async readMetrics(): Promise<MetricsReading> {
    const connections = await this.#session.request('concurrentConnections');
    const transferred = await this.#session.request('transferredBytes');
    const accesses = await this.#session.request('historicalAccesses');
    return {
      connections: connections.value,
      transferredBytes: transferred.value,
      accesses: accesses.value,
      implausible: isImplausibleConnections(connections.value),
      roundTripMs: (connections.roundTripMs + transferred.roundTripMs + accesses.roundTripMs) / 3,
    };
  }

  /** The command in force, null for none. */
  async getTransformation(): Promise<string | null> {
    const { value } = await this.#session.request('activeTransformation');
    this.#read.publish(value);
    return value;
  }

  /** Null switches the transformation off, by a request without arguments: an empty one stalls deployed servers (deployed behaviour 6). */
  async setTransformation(next: string | null): Promise<void> {
    await this.#session.request('changeTransformation', next ?? undefined);
  }

  /** Bytes for connections opened later. SPCP cannot read the size back: an OK is not yet proof (deployed behaviour 4). */
  async setBufferSize(bytes: number): Promise<void> {
    await this.#session.request('setBufferSize', String(bytes));
  }

  /** Ends the session in order, in bounded time. */
  async quit(): Promise<void> {
    await this.#session.quit();
  }
}

/** The stages of connecting, in their order. */
export type ConnectStage = 'transport' | 'login';

export interface ClientOptions {
  /** Ends in order whatever was begun, and later the session too. */
  readonly signal?: AbortSignal | undefined;
  /** For each reply, milliseconds; 5000 unless told. */
  readonly timeoutMs?: number | undefined;
  /** For the association, milliseconds. */
  readonly connectTimeoutMs?: number | undefined;
  /** Of each host the address that answered last, for the transport. */
  readonly answered?: Map<string, string> | undefined;
  /** Each stage as it begins; `connection` once there is an association. */
  readonly onStage?: ((stage: ConnectStage, connection: ConnectionInfo | null) => void) | undefined;
}

/**
 * Opens an association and logs in on it. When the login fails the association is ended in order first.
 * Throws what `openTransport` and `Session.authenticate` throw.
 */
export async function connectClient(
  target: Target,
  credentials: { readonly user: string; readonly password: string },
  options: ClientOptions = {},
): Promise<{ readonly client: SpcpClient; readonly connection: ConnectionInfo }> {
  const { signal, timeoutMs, connectTimeoutMs, answered, onStage } = options;
  onStage?.('transport', null);
  const { transport, reason } = await openTransport(target, {
    signal,
    connectTimeoutMs,
    answered,
  });
  const connection = { transport: transport.kind, description: transport.description, reason };
  const session = new Session(transport, { signal, timeoutMs });
  onStage?.('login', connection);
  try {
    await session.authenticate(credentials);
  } catch (error) {
    await session.quit();
    throw error;
  }
  return { client: new SpcpClient(session), connection };
}
