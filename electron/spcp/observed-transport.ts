import type { Transport } from '../transport/transport.ts';

/** What was seen on a transport. */
export interface ObservedTransport {
  /** Carries everything to the transport that is observed. */
  readonly transport: Transport;
  /** Messages that came. */
  readonly received: number;
  /** It was ended by ABORT from this side. */
  readonly aborted: boolean;
  readonly over: boolean;
}

/** Watches a transport from here on, without any change to what it carries. */
export function observe(observed: Transport): ObservedTransport {
  const seen = { received: 0, aborted: false, over: false };
  void observed.ended.then(() => {
    seen.over = true;
  });
  const transport: Transport = {
    kind: observed.kind,
    framing: observed.framing,
    description: observed.description,
    ended: observed.ended,
    send: (message, more) => observed.send(message, more),
    onMessage: (listener) =>
      observed.onMessage((message) => {
        seen.received++;
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
    get aborted() {
      return seen.aborted;
    },
    get over() {
      return seen.over;
    },
  };
}
