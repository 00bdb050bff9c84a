/** What the server grants to whoever connects. Times in milliseconds. */
export interface ServerLimits {
  /** Connections that have not shown a session's key; another one cuts off the one that is there the longest. */
  readonly connections: number;
  /** Windows at the same time. */
  readonly windows: number;
  /** How long a request may take to arrive. */
  readonly requestMs: number;
  /** How long a connection may be silent. */
  readonly silenceMs: number;
  /** How long a WebSocket may take to show its key. */
  readonly keyMs: number;
  /** How long a window has to say goodbye. */
  readonly goodbyeMs: number;
}

export const serverLimits: ServerLimits = {
  connections: 256,
  windows: 64,
  requestMs: 10_000,
  silenceMs: 30_000,
  keyMs: 10_000,
  goodbyeMs: 1000,
};
