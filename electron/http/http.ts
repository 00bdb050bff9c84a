import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { SecureContextOptions } from 'node:tls';
import { AppError } from '../../shared/errors.ts';
import { hostAndPort } from '../../shared/model/host.ts';
import { causeOf } from '../base/cause-of.ts';
import { isLoopbackAddress, isLoopbackHost } from '../base/loopback.ts';
import type { ListenAddress } from './listen-address.ts';
import { keepPlaces } from './places.ts';

/** What is answered to a request: a whole body, of which HEAD gets the headers alone. */
export interface HttpAnswer {
  readonly status: number;
  /** The content type. */
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  /** Where this fires, whoever has not read the answer by then gets no more of it. */
  readonly until?: AbortSignal;
}

/** One thing that can be read by GET and HEAD. */
export interface HttpRoute {
  /** Of the address, whole: `/healthz`. */
  readonly path: string;
  /** Answered to everybody who reaches the port; all others only where the guard lets in. */
  readonly open: boolean;
  /** `gone` fires when nobody waits for the answer any more. What it throws is logged, and answered with 500. */
  answer(request: IncomingMessage, gone: AbortSignal): Promise<HttpAnswer>;
}

export interface HttpParts {
  readonly listen: ListenAddress;
  /** The option that said where; `listen` unless told. */
  readonly field?: 'listen' | 'metrics' | 'metrics-port';
  readonly routes: readonly HttpRoute[];
  /** Asked before a route that is not open: null lets in, else what is answered. Everybody is let in without it. */
  readonly guard?: ((request: IncomingMessage) => HttpAnswer | null) | undefined;
  /** Certificate and key; plain HTTP without it. */
  readonly tls?: SecureContextOptions | undefined;
  /** Takes what went wrong with one request or connection, which ends nothing else; must not throw. */
  readonly logFault: (what: string, error: unknown) => void;
}

export interface HttpServer {
  readonly port: number;
  /** As it is reached: `http://127.0.0.1:9460`. */
  readonly address: string;
  /** For connections from now on; does nothing where it is plain HTTP. Throws what TLS says of a certificate that is none. */
  setTls(tls: SecureContextOptions): void;
  /** Frees the port; answers under way have a second. */
  close(): Promise<void>;
}

/** Connections at once. */
const mostConnections = 64;
/** How long the head of a request, and all of it, may take to arrive, and how often that is looked at; how long a connection may be silent, milliseconds. */
const limits = {
  headersMs: 5000,
  requestMs: 10_000,
  checkMs: 1000,
  silenceMs: 60_000,
  goodbyeMs: 1000,
} as const;
const plain = 'text/plain; charset=utf-8';

/** Serves a table of routes. Throws `invalid-input` (detail `port`) where the address cannot be listened on. */
export async function startHttp(parts: HttpParts): Promise<HttpServer> {
  const { listen, field = 'listen', logFault, tls } = parts;
  const timeouts = {
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    connectionsCheckingInterval: limits.checkMs,
  };
  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    response.on('error', () => response.destroy());
    void answered(parts, request, response).then((answer) => write(request, response, answer));
  };
  const secure = tls === undefined ? null : createTlsServer({ ...timeouts, ...tls }, onRequest);
  const server: Server = secure ?? createServer(timeouts, onRequest);
  server.timeout = limits.silenceMs;
  keepPlaces(server, mostConnections);
  await take(server, listen, field);
  server.on('error', (error) => logFault('a connection could not be taken', error));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    address: `${secure === null ? 'http' : 'https'}://${hostAndPort(listen.host, port)}`,
    setTls: (next) => secure?.setSecureContext(next),
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      const cut = setTimeout(() => server.closeAllConnections(), limits.goodbyeMs);
      server.closeIdleConnections();
      await closed;
      clearTimeout(cut);
    },
  };
}

async function take(
  server: Server,
  { host, port }: ListenAddress,
  field: 'listen' | 'metrics' | 'metrics-port',
): Promise<void> {
  try {
    server.listen({ host, port });
    await once(server, 'listening');
  } catch (error) {
    const detail = { case: 'port', field, host, port, cause: causeOf(error) } as const;
    throw new AppError('invalid-input', detail, { cause: error });
  }
}

async function answered(
  { listen, routes, guard, logFault }: HttpParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<HttpAnswer> {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return { ...says(405, 'Only GET and HEAD are served here.'), headers: { Allow: 'GET, HEAD' } };
  // A page that had its own name point to this machine could read what is meant for the machine alone (DNS rebinding).
  if (isLoopbackAddress(listen.host) && !namesLoopback(request))
    return says(421, 'This is read by the name of this machine alone: 127.0.0.1 or localhost.');
  const path = pathOf(request);
  const route = routes.find((each) => each.path === path);
  if (route === undefined) return says(404, 'There is nothing here.');
  const refused = route.open ? null : (guard?.(request) ?? null);
  if (refused !== null) return refused;
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  try {
    return await route.answer(request, gone.signal);
  } catch (error) {
    if (!gone.signal.aborted) logFault(`${path} could not be answered`, error);
    return says(500, 'This could not be answered; the log says why.');
  }
}

/** One line of text. */
export function says(status: number, line: string): HttpAnswer {
  return { status, type: plain, body: `${line}\n` };
}

function write(request: IncomingMessage, response: ServerResponse, answer: HttpAnswer): void {
  // Bytes as they are: many may be answered the same megabytes.
  const body = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body;
  response.writeHead(answer.status, {
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
    'Content-Type': answer.type,
    'Content-Length': body.length,
    ...answer.headers,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
  if (answer.until !== undefined) endAt(answer.until, response);
}

function endAt(until: AbortSignal, response: ServerResponse): void {
  const end = (): void => void response.destroy();
  if (until.aborted) end();
  until.addEventListener('abort', end, { once: true });
  response.once('close', () => until.removeEventListener('abort', end));
}

function namesLoopback({ headers, headersDistinct }: IncomingMessage): boolean {
  if ((headersDistinct.host ?? []).length > 1) return false;
  const name = URL.parse(`http://${headers.host ?? ''}`)?.hostname ?? '';
  return isLoopbackHost(name.replace(/^\[|\]$/g, ''));
}

/** Null where that is no address. Two slashes at its start name no other server. */
function pathOf({ url = '' }: IncomingMessage): string | null {
  return URL.parse(url.startsWith('/') ? `http://127.0.0.1${url}` : url)?.pathname ?? null;
}
