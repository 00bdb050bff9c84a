import type { Transport } from '../transport/transport.ts';

/** What was seen on a transport. */
export interface ObservedTransport {
  /** Carries everything to the transport that is observed. */
  readonly transport: Transport;
  /** Messages that came. */
  readonly received: number;
  /** A message that came and was the last one sent, byte for byte; null where there was none. */
  readonly echo: Uint8Array | null;
  /** It was ended by ABORT from this side. */
  readonly aborted: boolean;
  readonly over: boolean;
}

/** Watches a transport from here on, without any change to what it carries. */
export function observe(observed: Transport): ObservedTransport {
  const seen = { received: 0, aborted: false, over: false };
  let sent: Uint8Array | null = null;
  let echo: Uint8Array | null = null;
  void observed.ended.then(() => {
    seen.over = true;
  });
  const transport: Transport = {
    kind: observed.kind,
    framing: observed.framing,
    description: observed.description,
    ended: observed.ended,
    send(message) {
      sent = message.slice();
      observed.send(message);
    },
    onMessage: (listener) =>
      observed.onMessage((message) => {
        seen.received++;
        if (sent !== null && equal(message, sent)) echo = message;
        listener(message);
      }),
    close: () => observed.close(),
    abort() {
      seen.aborted = !seen.over;
      observed.abort();
    },
  };
  return {
    transport,
    get received() {
      return seen.received;
    },
    get echo() {
      return echo;
    },
    get aborted() {
      return seen.aborted;
    },
    get over() {
      return seen.over;
    },
  };
}

function equal(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}
