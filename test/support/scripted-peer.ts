import type { Framing, Transport, TransportEnd } from '../../electron/transport/transport.ts';

/** What a peer does on an association once it is up; it is given its own end. */
export type Behaviour = (peer: Transport) => void;

class MemoryEnd implements Transport {
  readonly kind = 'udp';
  readonly framing: Framing;
  readonly description = 'a scripted peer';
  readonly ended: Promise<TransportEnd>;
  other: MemoryEnd | null = null;
  #resolveEnd: (end: TransportEnd) => void = () => {};
  #over = false;
  #listener: ((message: Uint8Array) => void) | null = null;
  #early: Uint8Array[] = [];

  constructor(framing: Framing) {
    this.framing = framing;
    this.ended = new Promise((resolve) => {
      this.#resolveEnd = resolve;
    });
  }

  send(message: Uint8Array): void {
    const copy = message.slice();
    if (!this.#over) setImmediate(() => this.other?.deliver(copy));
  }

  onMessage(listener: (message: Uint8Array) => void): () => void {
    this.#listener = listener;
    for (const message of this.#early.splice(0)) listener(message);
    return () => {
      this.#listener = null;
    };
  }

  async close(): Promise<TransportEnd> {
    this.end({ reason: 'closed' }, { reason: 'peer-shutdown' });
    return this.ended;
  }

  abort(): void {
    this.end({ reason: 'closed' }, { reason: 'peer-abort' });
  }

  deliver(message: Uint8Array): void {
    if (this.#over) return;
    if (this.#listener) this.#listener(message);
    else this.#early.push(message);
  }

  end(own: TransportEnd, others: TransportEnd): void {
    if (this.#over) return;
    this.#over = true;
    this.#resolveEnd(own);
    setImmediate(() => this.other?.end(others, own));
  }
}

/** Both ends of an association that exists in memory only. */
export function memoryAssociation(framing: Framing = 'message'): {
  readonly near: Transport;
  readonly far: Transport;
} {
  const near = new MemoryEnd(framing);
  const far = new MemoryEnd(framing);
  near.other = far;
  far.other = near;
  return { near, far };
}

/** The near end of an association whose far end behaves like this, and the requests that it received. */
export function scriptedPeer(
  behaviour: Behaviour,
  framing: Framing = 'message',
): { readonly transport: Transport; readonly far: Transport } {
  const { near, far } = memoryAssociation(framing);
  behaviour(far);
  return { transport: near, far };
}

/** Bytes from hexadecimal text; spaces are for the reader. */
export function hex(text: string): Uint8Array {
  return Uint8Array.from(text.replaceAll(' ', '').match(/../g) ?? [], (pair) =>
    Number.parseInt(pair, 16),
  );
}

/** What a peer does with its n-th request: bytes to send (one message each), or an act of its own. */
export type Step = readonly string[] | ((peer: Transport) => void);

/** Takes one step for each message that comes, in order; after the last it is silent. `requests` collects what came. */
export function steps(list: readonly Step[], requests: Uint8Array[] = []): Behaviour {
  return (peer) => {
    let next = 0;
    peer.onMessage((message) => {
      requests.push(message);
      const step = list[next++];
      if (step === undefined) return;
      if (typeof step === 'function') step(peer);
      else for (const text of step) peer.send(hex(text));
    });
  };
}

/** Accepts any user and password, then takes these steps. */
export function loggedIn(list: readonly Step[], requests: Uint8Array[] = []): Behaviour {
  return steps([['00'], ['00'], ...list], requests);
}

/** Never answers anything. */
export const silence: Behaviour = (peer) => {
  peer.onMessage(() => {});
};

/** A stream peer that sends each byte on its own, as a relay may. */
export function oneByteAtATime(peer: Transport, text: string): void {
  for (const byte of hex(text)) peer.send(Uint8Array.of(byte));
}

/** Goes on sending replies, asked or not, until the association ends. */
export function endlessData(peer: Transport): void {
  let over = false;
  void peer.ended.then(() => {
    over = true;
  });
  const again = () => {
    if (over) return;
    // More than one at a time: one alone could come just when the next request is out, each time anew.
    for (let i = 0; i < 3; i++) peer.send(hex('00 01 30 00 00'));
    setImmediate(again);
  };
  again();
}
