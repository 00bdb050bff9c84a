import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { consoleShown } from '../../../shared/address/console-shown.ts';
import { doorPath } from '../../../shared/ipc/admission.ts';
import { answerObjection, answerText, letIn, turnAway } from '../answers/answers.ts';
import { setSecurityHeaders } from '../answers/headers.ts';
import { browserName } from '../door/browser-name.ts';
import { createSessions, type OpenSession, type Sessions } from '../door/sessions.ts';
import { createTokens } from '../door/tokens.ts';
import { createBoundedServer } from './connections.ts';
import { serveFile } from './files.ts';
import { type ServerLimits, serverLimits } from './limits.ts';
import { listen } from './listen.ts';
import { cookieOf, objectionTo, ownHosts, targetOf } from './request-check.ts';
import { type Admitted, type Carry, createWindows } from './windows.ts';

const loopback = '127.0.0.1';
/** Where the page opens its WebSocket. */
const bridgePath = '/bridge';

export interface WebServerParts {
  /** 0 for any that is free. */
  readonly port: number;
  /** The folder of the built user interface. */
  readonly pages: string;
  /** Takes what went wrong with one request or connection, which ends nothing else; must not throw. */
  readonly logFault: (what: string, error: unknown) => void;
  readonly limits?: Partial<ServerLimits>;
}

export interface WebServer {
  readonly port: number;
  /** The browsers that were let in. */
  readonly sessions: Pick<Sessions, 'list' | 'end' | 'listen'>;
  /** From now on windows are let in, and each is handed over. */
  letIn(carry: Carry): void;
  /** A new address with a one-time token. `onUsed` is called when it was used, or will not be any more. */
  newAddress(onUsed?: () => void): string;
  /** Closes every window and frees the port, in bounded time. */
  close(): Promise<void>;
}

/** Serves the user interface on loopback to browsers that were let in. Throws `invalid-input` (detail `field`) where the port cannot be taken. */
export async function startWebServer(parts: WebServerParts): Promise<WebServer> {
  const { logFault } = parts;
  const limits = { ...serverLimits, ...parts.limits };
  const tokens = createTokens(() => performance.now());
  const sessions = createSessions(Date.now);
  const { server, admit } = createBoundedServer(limits, onRequest);
  const windows = createWindows({ limits, judge, onAdmitted: admit, logFault });
  server.on('upgrade', windows.upgrade);
  await listen(server, loopback, parts.port);
  // Such as a connection for which there was no file descriptor: the next one may have one.
  server.on('error', (error) => logFault('a connection could not be taken', error));
  const { port } = server.address() as AddressInfo;
  const cookieName = `spcp-console-${port}`;

  function sessionOf(request: IncomingMessage): OpenSession | null {
    return sessions.of(cookieOf(request, cookieName));
  }

  function onRequest(request: IncomingMessage, response: ServerResponse): void {
    response.on('error', () => response.destroy());
    try {
      answerRequest(request, response);
    } catch (error) {
      logFault('a request could not be answered', error);
      answerText(response, 500, 'The console could not answer this.');
    }
  }

  function answerRequest(request: IncomingMessage, response: ServerResponse): void {
    const reads = request.method === 'GET' || request.method === 'HEAD';
    const objection = objectionTo(request, port, !reads);
    setSecurityHeaders(response, objection === null ? request.headers.host : undefined);
    if (objection !== null) answerObjection(request, response, objection, port);
    else if (!reads) answerText(response, 405, 'Only GET and HEAD are served here.');
    else answerReading(request, response);
  }

  function answerReading(request: IncomingMessage, response: ServerResponse): void {
    const url = targetOf(request);
    const token = url?.pathname === '/' ? url.searchParams.get('token') : null;
    // A HEAD, as a preview of a link sends, must not use the token up.
    if (token !== null && request.method === 'GET') enter(request, response, token);
    else if (url === null || sessionOf(request) === null) turnAway(response, 'no-session', port);
    else if (url.pathname === doorPath) turnAway(response, 'no-key', port);
    else
      serveFile(parts.pages, url.pathname, request, response, (error) =>
        logFault('a file could not be served', error),
      );
  }

  function enter(request: IncomingMessage, response: ServerResponse, token: string): void {
    if (!tokens.redeem(token)) {
      turnAway(response, 'token-not-valid', port);
      return;
    }
    const shown = cookieOf(request, cookieName);
    const { secret, key } = sessions.begin(shown, browserName(request.headers['user-agent']));
    // Not `Strict`: a browser withholds such a cookie when the app is followed to as a link from elsewhere. `Lax` adds plain navigation
    // alone, which changes nothing here; WebSockets check Origin and key besides.
    const cookie = `${cookieName}=${secret}; HttpOnly; SameSite=Lax; Path=/`;
    letIn(response, cookie, { key, hosts: ownHosts(port), port });
  }

  function judge(request: IncomingMessage): string | Admitted {
    if (objectionTo(request, port, true) !== null) return '403 Forbidden';
    const url = targetOf(request);
    const console = consoleShown(url?.search ?? '');
    if (url?.pathname !== bridgePath || console === undefined) return '404 Not Found';
    const session = sessionOf(request);
    return session === null ? '401 Unauthorized' : { session, console };
  }

  return {
    port,
    sessions,
    letIn: windows.letIn,
    newAddress: (onUsed) => `http://${loopback}:${port}/?token=${tokens.issue(onUsed)}`,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      windows.close();
      const cut = setTimeout(() => server.closeAllConnections(), limits.goodbyeMs);
      server.closeIdleConnections();
      await closed;
      clearTimeout(cut);
    },
  };
}
