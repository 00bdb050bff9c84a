import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import sirv from 'sirv';
import { type WebSocket, WebSocketServer } from 'ws';
import { createAdmission } from './admission.ts';
import { answerObjection, answerText, turnAway } from './answers.ts';
import { setSecurityHeaders } from './headers.ts';
import { listen } from './listen.ts';
import { cookieOf, objectionTo } from './request-check.ts';

const loopback = '127.0.0.1';
/** Where the page opens its WebSocket. */
const bridgePath = '/bridge';
/** The longest message that a window may send, bytes. */
export const maxMessage = 256 * 1024;
/** Windows at the same time. */
const maxWindows = 64;
/** What windows have to say goodbye, milliseconds. */
const goodbyeMs = 1000;

export interface WebServerParts {
  /** 0 for any that is free. */
  readonly port: number;
  /** The folder of the built user interface. */
  readonly pages: string;
}

export interface WebServer {
  readonly port: number;
  /** From now on windows are let in, and each is handed over. */
  letIn(carry: (window: WebSocket) => void): void;
  /** A new address with a one-time token. */
  newAddress(): string;
  /** Closes every window and frees the port, in bounded time. */
  close(): Promise<void>;
}

/** Serves the user interface on loopback to browsers that were let in. Throws `invalid-input` (detail `field`) where the port cannot be taken. */
export async function startWebServer(parts: WebServerParts): Promise<WebServer> {
  const admission = createAdmission(() => performance.now());
  const servePages = sirv(parts.pages, {
    // Files are looked up when asked for: the user interface may be built again meanwhile.
    dev: true,
    etag: true,
    setHeaders: (response, path) => response.setHeader('Cache-Control', cacheControl(path)),
  });
  let carry: ((window: WebSocket) => void) | null = null;
  const windows = new WebSocketServer({
    noServer: true,
    maxPayload: maxMessage,
    perMessageDeflate: false,
  });
  const server = createServer(onRequest);
  server.on('upgrade', onUpgrade);
  await listen(server, loopback, parts.port);
  const { port } = server.address() as AddressInfo;
  const cookieName = `spcp-console-${port}`;

  function isAdmitted(request: IncomingMessage): boolean {
    const secret = cookieOf(request, cookieName);
    return secret !== null && admission.isSession(secret);
  }

  function onRequest(request: IncomingMessage, response: ServerResponse): void {
    const reads = request.method === 'GET' || request.method === 'HEAD';
    const objection = objectionTo(request, port, !reads);
    setSecurityHeaders(response, objection === null ? request.headers.host : undefined);
    if (objection !== null) answerObjection(response, objection, port);
    else if (!reads) answerText(response, 405, 'Only GET and HEAD are served here.');
    else answerReading(request, response);
  }

  function answerReading(request: IncomingMessage, response: ServerResponse): void {
    const url = URL.parse(request.url ?? '', `http://${loopback}`);
    const token = url?.pathname === '/' ? url.searchParams.get('token') : null;
    // A HEAD, as a preview of a link sends, must not use the token up.
    if (token !== null && request.method === 'GET') enter(response, token);
    else if (!isAdmitted(request)) turnAway(response, 'no-session');
    else {
      // A range that ends before it begins would throw in the file server; files are small, and served whole.
      request.headers.range = undefined;
      servePages(request, response, () => answerText(response, 404, 'There is nothing here.'));
    }
  }

  function enter(response: ServerResponse, token: string): void {
    const secret = admission.redeem(token);
    if (secret === null) turnAway(response, 'token-not-valid');
    else {
      // Not `Strict`: a browser withholds such a cookie on the redirect when the address was followed as a link, say in a web terminal, and
      // the token would be spent for nothing. `Lax` adds plain navigation alone, which changes nothing here; WebSockets check Origin besides.
      const cookie = `${cookieName}=${secret}; HttpOnly; SameSite=Lax; Path=/`;
      response.writeHead(303, { 'Set-Cookie': cookie, Location: '/' }).end();
    }
  }

  function onUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    const refusal = refusalOf(request);
    if (refusal !== null) {
      socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    windows.handleUpgrade(request, socket, head, (window) => carry?.(window));
  }

  function refusalOf(request: IncomingMessage): string | null {
    if (objectionTo(request, port, true) !== null) return '403 Forbidden';
    if (request.url !== bridgePath) return '404 Not Found';
    if (!isAdmitted(request)) return '401 Unauthorized';
    return carry === null || windows.clients.size >= maxWindows ? '503 Service Unavailable' : null;
  }

  return {
    port,
    letIn(hand) {
      carry = hand;
    },
    newAddress: () => `http://${loopback}:${port}/?token=${admission.issueToken()}`,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const window of windows.clients) window.close(1001, 'the console ends');
      const cut = setTimeout(() => {
        for (const window of windows.clients) window.terminate();
        server.closeAllConnections();
      }, goodbyeMs);
      server.closeIdleConnections();
      await closed;
      clearTimeout(cut);
    },
  };
}

/** The names of files in `assets` change with their content. */
function cacheControl(path: string): string {
  return path.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-cache';
}
