import { createServer, type Socket } from 'node:net';
import type { Counters } from '../counts.ts';
import { listenTcp } from '../pop3/listen-tcp.ts';
import { allocatedSize, type ProxySettings } from '../settings.ts';
import { RelayConnection } from './relay-connection.ts';

/** POP3 connections that one proxy holds at a time; more are dropped. */
const maxConnections = 1_000;

export interface RelayOptions {
  readonly host: string;
  /** 0 is any that is free. */
  readonly port: number;
  readonly origin: { readonly host: string; readonly port: number };
  /** Read when a connection opens (buffer size) and at each mail (transformation). */
  readonly settings: Readonly<ProxySettings>;
  readonly counters: Counters;
  /** Milliseconds; 10 minutes unless told (RFC 1939 section 3). */
  readonly idleTimeoutMs?: number;
  readonly log: (line: string) => void;
}

/** A POP3 relay in front of an origin. */
export interface Relay {
  readonly host: string;
  readonly port: number;
  /** Stops answering, old and new clients, without closing anything. */
  freeze(): void;
  close(): Promise<void>;
}

/** Listens for POP3 clients. Throws `invalid-input` where the port cannot be listened on. */
export async function startRelay(options: RelayOptions): Promise<Relay> {
  const { origin, settings, counters, log } = options;
  const connections = new Map<Socket, RelayConnection | null>();
  let frozen = false;
  // A client that said all it had to say may still read the answers.
  const server = createServer({ noDelay: true, allowHalfOpen: true }, (client) => {
    connections.set(client, null);
    client.on('close', () => connections.delete(client));
    if (frozen) {
      client.on('error', () => client.destroy());
      client.pause();
      return;
    }
    const connection = new RelayConnection(client, {
      origin,
      bufferSize: allocatedSize(settings.bufferSize),
      transformation: () => settings.transformation,
      counters,
      idleTimeoutMs: options.idleTimeoutMs ?? 600_000,
      log,
    });
    connections.set(client, connection);
  });
  server.maxConnections = maxConnections;
  const { host, port } = await listenTcp(server, options.host, options.port);
  return {
    host,
    port,
    freeze: () => {
      frozen = true;
      for (const connection of connections.values()) connection?.freeze();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const client of connections.keys()) client.destroy();
      }),
  };
}
