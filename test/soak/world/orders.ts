import type { Weather } from '../../support/bad-network.ts';

/** In order; without a word, and nothing of its host answers; in order, and its UDP port is closed. */
export type ProxyEnd = 'in-order' | 'vanishes' | 'closes-its-port';

/** What the world is to do; `proxy` counts from 0. */
export type Order =
  | { readonly kind: 'end'; readonly proxy: number; readonly how: ProxyEnd }
  /** At zero, and with the password that the console has, or another. */
  | { readonly kind: 'start'; readonly proxy: number; readonly refuses: boolean }
  | { readonly kind: 'weather'; readonly proxy: number; readonly weather: Weather }
  | { readonly kind: 'transformation'; readonly proxy: number; readonly command: string | null }
  | { readonly kind: 'webhook'; readonly hangs: boolean }
  | { readonly kind: 'count' };

/** Where everything is. */
export interface Places {
  readonly proxies: readonly {
    readonly name: string;
    readonly host: string;
    readonly port: number;
    readonly udpPort: number;
    readonly user: string;
    readonly password: string;
  }[];
  readonly webhook: string;
}

/** What the world sees; `associations` by proxy, as the proxies count them. */
export interface WorldCounts {
  readonly associations: readonly number[];
  /** Messages that the webhook took. */
  readonly received: number;
  /** Of the world's own event loop, since the counts before; milliseconds. No proxy answers meanwhile. */
  readonly longestWait: number;
}

/** To the world and back; a reply has the number of its order. */
export interface OrderMessage {
  readonly id: number;
  readonly order: Order;
}
export type WorldMessage =
  | { readonly kind: 'places'; readonly places: Places }
  | { readonly kind: 'done'; readonly id: number; readonly counts: WorldCounts }
  | { readonly kind: 'failed'; readonly id: number; readonly why: string };
