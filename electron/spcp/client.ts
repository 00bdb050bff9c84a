import type { AppError } from '../../shared/errors.ts';
import type { ConnectionInfo } from '../../shared/model/proxy-state.ts';
import { isImplausibleConnections } from '../../shared/spcp/counter.ts';
import { createTopic, type Topic } from '../base/topic.ts';
import { openTransport } from '../transport/open.ts';
import type { Target, Transport, TransportEnd } from '../transport/transport.ts';
import type { DatagramCounts } from '../transport/udp/guard/drop-counts.ts';
import { type RefusesTogether, Session } from './session.ts';

/** One reading of the three metrics (report 1.1.5, 0x02 to 0x04). */
export interface MetricsReading {
  readonly connections: bigint;
  readonly transferredBytes: bigint;
  readonly accesses: bigint;
  /** The count of connections cannot be one (deployed behaviour 14). */
  readonly implausible: boolean;
  /** Milliseconds to the first reply where the three are asked together, else the mean of the three requests. */
  readonly roundTripMs: number;
  /** How long ago the counters were told when the reading was whole, milliseconds: in the middle of a round trip, since nobody knows it better. */
  readonly ageMs: number;
}

/**
 * What can be asked of a proxy, on a session that is logged in. Every method throws `server-error`, `reply-timeout`, `protocol-error`,
 * `association-lost`, `cancelled` or `not-connected`, and those with an argument `invalid-input`, before anything is sent.
 */
export class SpcpClient {
  /** Each transformation that is read on the session, whoever asked; null for none. */
  readonly transformations: Pick<Topic<string | null>, 'listen'>;
  readonly #session: Session;
  #together: boolean;
  readonly #read = createTopic<string | null>();

  /** `together`: the three metrics are asked at once, where message boundaries are kept (deployed behaviour 17). */
  constructor(session: Session, { together = false }: { readonly together?: boolean } = {}) {
    this.#session = session;
    this.#together = together && session.keepsBoundaries;
    this.transformations = this.#read;
  }

  /** How the metrics are asked. */
  get asksTogether(): boolean {
    return this.#together;
  }

  /** The three metrics were asked together and all answered, on this session. */
  get answeredTogether(): boolean {
    return this.#session.answeredTogether;
  }

  /** The session is over since the three metrics were not all answered when they were asked together. */
  get refusesTogether(): RefusesTogether | null {
    return this.#session.refusesTogether;
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

  /** From now on the metrics are asked one by one: their replies come in another order. */
  askOneByOne(): void {
    this.#together = false;
  }

  /** `together: false`: one by one, however they are asked else. */
  async readMetrics({
    together: may = true,
  }: {
    readonly together?: boolean;
  } = {}): Promise<MetricsReading> {
    const together = may && this.#together;
    const [connections, transferred, accesses] = await this.#session.requestEach(metricNames, {
      together,
    });
    const first = connections.roundTripMs;
    const mean = (first + transferred.roundTripMs + accesses.roundTripMs) / 3;
    // Asked together, all three went out when the first did.
    const sinceBytes = together
      ? accesses.roundTripMs - transferred.roundTripMs
      : accesses.roundTripMs;
    return {
      connections: connections.value,
      transferredBytes: transferred.value,
      accesses: accesses.value,
      implausible: isImplausibleConnections(connections.value),
      roundTripMs: together ? first : mean,
      ageMs: sinceBytes + transferred.roundTripMs / 2,
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

/** In the order in which they are asked. */
const metricNames = ['concurrentConnections', 'transferredBytes', 'historicalAccesses'] as const;

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
  /** As `SpcpClient` says; not unless told. */
  readonly together?: boolean | undefined;
  /** Each stage as it begins; `connection` once there is an association. */
  readonly onStage?: ((stage: ConnectStage, connection: ConnectionInfo | null) => void) | undefined;
  /** Once the proxy has answered the login, and so has accepted the association. */
  readonly onLoggedIn?: ((transport: Transport) => void) | undefined;
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
  const { signal, timeoutMs, connectTimeoutMs, answered, together = false } = options;
  const { onStage, onLoggedIn } = options;
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
  onLoggedIn?.(transport);
  return { client: new SpcpClient(session, { together }), connection };
}
