import { randomBytes } from 'node:crypto';
import { AppError } from '../../shared/errors.ts';
import { stockCredentials } from '../../shared/model/stock-credentials.ts';
import { listenKernel } from '../transport/kernel/server.ts';
import type { Transport, TransportServer } from '../transport/transport.ts';
import { listenUdp } from '../transport/udp/server.ts';
import { Counters, type Counts } from './counts.ts';
import { managementService } from './management/service.ts';
import { startOrigin } from './origin/origin.ts';
import { startRelay } from './relay/relay.ts';
import { initialSettings, type ProxySettings } from './settings.ts';

export interface ReferenceProxyOptions {
  readonly name: string;
  /** A loopback address; 127.0.0.1 unless told. */
  readonly host?: string | undefined;
  /** SCTP port; 9090 unless told. */
  readonly port?: number | undefined;
  /** UDP encapsulation port; 0, any that is free, unless told. */
  readonly udpPort?: number | undefined;
  /** TCP port for mail clients; 0, any that is free, unless told. */
  readonly pop3Port?: number | undefined;
  /** `admin` unless told. */
  readonly user?: string | undefined;
  /** Random unless told; with `quirks` `admin`, as compiled into the deployed server (deployed behaviour 16). */
  readonly password?: string | undefined;
  /** Answers as the deployed server does, not as the documents say. */
  readonly quirks?: boolean | undefined;
  /** Listens on the machine's own SCTP, not in UDP. */
  readonly kernel?: boolean | undefined;
  /** The POP3 server behind the proxy; an embedded one with sample mails unless told. */
  readonly origin?: { readonly host: string; readonly port: number } | undefined;
  /** Milliseconds of silence after which a mail client is dropped; 10 minutes unless told. */
  readonly idleTimeoutMs?: number | undefined;
  /** Milliseconds without a packet after which an association in UDP counts as gone; three heartbeats unless told. */
  readonly silenceMs?: number | undefined;
  /** Takes one line for each event that an operator may want to know of; never mail or passwords. */
  readonly log?: ((line: string) => void) | undefined;
}

/** A running POP3 proxy and how to reach its two services. */
export interface ReferenceProxy {
  readonly name: string;
  readonly host: string;
  /** SCTP port. */
  readonly port: number;
  /** UDP encapsulation port, null on kernel SCTP. */
  readonly udpPort: number | null;
  readonly pop3Port: number;
  readonly user: string;
  readonly password: string;
  /** The relay's own counts now. */
  counts(): Counts;
  /** Associations that are open now. */
  associations(): number;
  /** What is in force now. */
  settings(): Readonly<ProxySettings>;
  /** Resolves when the proxy is over, closed or crashed. */
  readonly ended: Promise<void>;
  /** Ends sessions in order, drops mail clients and frees the ports. */
  close(): Promise<void>;
}

/**
 * Starts a real POP3 proxy with an SPCP management service, both on a loopback address only.
 * Throws `invalid-input` (host not loopback, port taken) and what the transport throws, such as `no-kernel-sctp`.
 */
export async function startReferenceProxy(options: ReferenceProxyOptions): Promise<ReferenceProxy> {
  const { name, host = '127.0.0.1', port = 9090, quirks = false } = options;
  const { user = stockCredentials.user } = options;
  requireLoopback(host);
  const password =
    options.password ??
    (quirks ? stockCredentials.password : randomBytes(12).toString('base64url'));
  const log = (line: string) => options.log?.(`${name}: ${line}`);
  const counters = new Counters({ deployed: quirks });
  const settings = initialSettings();
  const ended = Promise.withResolvers<void>();
  const ownOrigin = options.origin ? null : await startOrigin();
  const origin = options.origin ?? ownOrigin ?? { host, port: 0 };

  const relay = await startRelay({
    host,
    port: options.pop3Port ?? 0,
    origin: { host: origin.host, port: origin.port },
    settings,
    counters,
    ...(options.idleTimeoutMs === undefined ? {} : { idleTimeoutMs: options.idleTimeoutMs }),
    log,
  }).catch(async (error: unknown) => {
    await ownOrigin?.close();
    throw error;
  });

  const associations = new Set<Transport>();
  const serve = managementService(
    {
      counts: () => counters.read(),
      settings,
      freeze: (reason) => {
        log(`frozen: ${reason}`);
        relay.freeze();
      },
      crash: (reason) => {
        log(`crashed: ${reason}`);
        for (const association of associations) association.abort();
        void close();
      },
    },
    { user, password },
    quirks,
  );
  const onAssociation = (transport: Transport) => {
    associations.add(transport);
    void transport.ended.then(() => associations.delete(transport));
    serve(transport);
  };

  const server: TransportServer = await (options.kernel
    ? listenKernel({ host, port }, onAssociation)
    : listenUdp(
        {
          host,
          udpPort: options.udpPort ?? 0,
          port,
          ...(options.silenceMs === undefined ? {} : { idleMs: options.silenceMs }),
        },
        onAssociation,
      )
  ).catch(async (error: unknown) => {
    await Promise.all([relay.close(), ownOrigin?.close()]);
    throw error;
  });

  let closing: Promise<void> | null = null;
  function close(): Promise<void> {
    closing ??= Promise.all([server.close(), relay.close(), ownOrigin?.close()]).then(() =>
      ended.resolve(),
    );
    return closing;
  }

  return {
    name,
    host,
    port: server.port,
    udpPort: server.udpPort,
    pop3Port: relay.port,
    user,
    password,
    counts: () => counters.read(),
    associations: () => server.associations,
    settings: () => ({ ...settings }),
    ended: ended.promise,
    close,
  };
}

function requireLoopback(host: string): void {
  if (host === '::1' || host === 'localhost' || /^127(\.[0-9]{1,3}){3}$/.test(host)) return;
  throw new AppError('invalid-input', { case: 'not-loopback', field: 'host', host });
}
