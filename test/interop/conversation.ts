import type { ConnectionInfo } from '../../shared/model/proxy-state.ts';

/** Who logs in, at every server of these tests. */
export const credentials = { user: 'operator', password: 'correct horse' } as const;

/** An SCTP port of the guest where nobody listens. */
export const closedPort = 9099;

/** What every server in the guest can be asked, as plain JSON: counters are decimal text. */
export interface Conversation {
  readonly connection: ConnectionInfo;
  metrics(): Promise<Metrics>;
  transformation(): Promise<string | null>;
  setTransformation(next: string | null): Promise<void>;
  setBufferSize(bytes: number): Promise<void>;
  quit(): Promise<void>;
  /** Why the association ended. */
  ended(): Promise<string>;
}

export interface Metrics {
  readonly connections: string;
  readonly transferredBytes: string;
  readonly accesses: string;
  readonly implausible: boolean;
}

export const operations = [
  'metrics',
  'transformation',
  'setTransformation',
  'setBufferSize',
  'quit',
  'ended',
] as const satisfies readonly (keyof Conversation)[];

export type Operation = (typeof operations)[number];

/** One way to a server in the guest: SCTP in UDP or SSH from the host, or kernel sockets inside. Rejects with an object that has `code` and `detail`. */
export interface Way {
  connect(
    port: number,
    as?: { user: string; password: string },
    waiting?: Waiting,
  ): Promise<Conversation>;
}

/** How long a reply and a connection may take, milliseconds. */
export interface Waiting {
  readonly timeoutMs: number;
  readonly connectTimeoutMs: number;
}

/** The guest is emulated, and other work may slow it. */
export const patient: Waiting = { timeoutMs: 60_000, connectTimeoutMs: 60_000 };
/** Where the reply that is waited for never comes. */
export const impatient: Waiting = { ...patient, timeoutMs: 3000 };
