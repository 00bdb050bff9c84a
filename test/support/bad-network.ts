import type { Socket } from 'node:dgram';
import { seededRandom } from '../../electron/reference-proxy/mail-clients/seeded-random.ts';
import { boundSocket } from './loopback-socket.ts';

/** What happens to each datagram, in either direction. Shares lie between 0 and 1. */
export interface Weather {
  readonly loss: number;
  readonly delayMs: number;
  readonly jitterMs: number;
  readonly duplication: number;
  /** Share of datagrams that are held back behind the ones after them. */
  readonly reordering: number;
}

export const calm: Weather = { loss: 0, delayMs: 0, jitterMs: 0, duplication: 0, reordering: 0 };

/** Nothing passes. */
export const blackOut: Weather = { ...calm, loss: 1 };

/** A relay between two UDP ends on loopback, with its own port towards the server for each client. */
export interface BadNetwork {
  /** Where clients send to. */
  readonly port: number;
  /** The weather comes from it alone, so that a failure replays with the same one. */
  readonly seed: number;
  readonly counts: { forwarded: number; lost: number; duplicated: number; held: number };
  set(weather: Weather): void;
  close(): Promise<void>;
}

const holdMs = 30;
const maxClients = 200;

/** Starts a relay to a UDP port on loopback; clients find it at another loopback address, and at a port of choice, where they are given. */
export async function startBadNetwork(
  serverPort: number,
  seed: number,
  weather: Weather = calm,
  host?: string,
  port?: number,
): Promise<BadNetwork> {
  const random = seededRandom(seed);
  const counts = { forwarded: 0, lost: 0, duplicated: 0, held: 0 };
  const upstream = new Map<number, Promise<Socket>>();
  const timers = new Set<NodeJS.Timeout>();
  let current = weather;
  let closed = false;

  const later = (ms: number, send: () => void): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      if (!closed) send();
    }, ms);
    timers.add(timer);
  };

  const pass = (send: () => void): void => {
    if (random() < current.loss) {
      counts.lost++;
      return;
    }
    const copies = random() < current.duplication ? 2 : 1;
    counts.duplicated += copies - 1;
    for (let copy = 0; copy < copies; copy++) {
      let ms = current.delayMs + random() * current.jitterMs;
      if (random() < current.reordering) {
        counts.held++;
        ms += holdMs;
      }
      counts.forwarded++;
      if (ms === 0) send();
      else later(ms, send);
    }
  };

  /** Clients that come again and again have a new port each time. */
  const forgetOldest = (): void => {
    if (upstream.size <= maxClients) return;
    const [oldest] = upstream;
    if (oldest === undefined) return;
    upstream.delete(oldest[0]);
    void oldest[1].then((socket) => socket.close());
  };

  const front = await boundSocket(host, port);
  const toServer = (clientPort: number): Promise<Socket> => {
    const known = upstream.get(clientPort);
    if (known) return known;
    const opened = boundSocket().then((socket) => {
      socket.on('message', (datagram) => pass(() => front.send(datagram, clientPort, '127.0.0.1')));
      return socket;
    });
    upstream.set(clientPort, opened);
    forgetOldest();
    return opened;
  };
  front.on('message', (datagram, from) => {
    void toServer(from.port).then((socket) => {
      if (!closed) pass(() => socket.send(datagram, serverPort, '127.0.0.1'));
    });
  });

  return {
    port: front.address().port,
    seed,
    counts,
    set(next) {
      current = next;
    },
    async close() {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
      for (const socket of await Promise.all(upstream.values())) socket.close();
      front.close();
    },
  };
}
