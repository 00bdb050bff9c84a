import { type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import WebSocket, { type ClientOptions, type RawData } from 'ws';
import type { KeyMessage } from '../../../shared/ipc/admission.ts';
import type { CallInput, CallName, CallOutput } from '../../../shared/ipc/contract.ts';
import type { ClientMessage, ServerMessage } from '../../../shared/ipc/wire.ts';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface Ask {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Record<string, string>;
}

/** One request as it is told, headers included; redirects are not followed. */
export function ask(port: number, { path = '/', method = 'GET', headers = {} }: Ask = {}) {
  return new Promise<Answer>((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
      );
    })
      .on('error', reject)
      .end();
  });
}

/** What comes back for bytes that no HTTP library would send. */
export function askRaw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes));
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      text += chunk;
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(text));
  });
}

/** What a browser holds that was let in. */
export interface Entered {
  readonly port: number;
  /** As a browser sends it. */
  readonly cookie: string;
  /** As the page shows it. */
  readonly key: string;
}

/** Uses an address with a token up. */
export async function enter(
  address: string,
  headers: Record<string, string> = {},
): Promise<Entered> {
  const url = new URL(address);
  const port = Number(url.port);
  const answer = await ask(port, { path: `${url.pathname}${url.search}`, headers });
  const [cookie] = answer.headers['set-cookie'] ?? [];
  const [, key] = answer.text.match(/data-key="([^"]+)"/) ?? [];
  if (cookie === undefined || key === undefined) throw new Error('not let in');
  return { port, cookie: cookie.split(';')[0] ?? '', key };
}

/** The headers of the page's own WebSocket. */
export function ownHeaders({ port, cookie }: Omit<Entered, 'key'>): Record<string, string> {
  return { cookie, origin: `http://127.0.0.1:${port}` };
}

/** A WebSocket that has shown nothing yet but its headers. */
export function openSocket(
  port: number,
  headers: Record<string, string>,
  options: ClientOptions = {},
): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/bridge`, { headers, ...options });
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve(socket));
    socket.once('error', reject);
  });
}

export function showKey(socket: WebSocket, key: string): void {
  socket.send(JSON.stringify({ type: 'key', key } satisfies KeyMessage));
}

/** A window on the contract over a WebSocket, as the page is one. */
export interface SocketWindow {
  readonly socket: WebSocket;
  /** Everything that arrived, as it came over the wire. */
  readonly texts: string[];
  send(message: ClientMessage): void;
  /** The first message, of those that came and those that come, that is as wanted. */
  next(wanted: (message: ServerMessage) => boolean): Promise<ServerMessage>;
}

export async function openWindow(entered: Entered): Promise<SocketWindow> {
  const socket = await openSocket(entered.port, ownHeaders(entered));
  showKey(socket, entered.key);
  const texts: string[] = [];
  const waiting = new Set<(text: string) => void>();
  socket.on('message', (data: RawData) => {
    const text = String(data);
    texts.push(text);
    for (const take of [...waiting]) take(text);
  });
  const window: SocketWindow = {
    socket,
    texts,
    send: (message) => socket.send(JSON.stringify(message)),
    next: (wanted) =>
      new Promise((resolve, reject) => {
        const take = (text: string): void => {
          const message = JSON.parse(text) as ServerMessage;
          if (!wanted(message)) return;
          waiting.delete(take);
          socket.off('close', gone);
          resolve(message);
        };
        const gone = (): void => reject(new Error('the window was closed'));
        waiting.add(take);
        socket.once('close', gone);
        for (const text of texts) if (waiting.has(take)) take(text);
      }),
  };
  return window;
}

/** The HTTP status with which a WebSocket is refused. */
export function refusedWith(port: number, headers: Record<string, string>, path = '/bridge') {
  return new Promise<number>((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers });
    socket.once('unexpected-response', (outgoing, response) => {
      outgoing.destroy();
      resolve(response.statusCode ?? 0);
    });
    socket.once('open', () => {
      socket.terminate();
      reject(new Error('it was let in'));
    });
    socket.once('error', reject);
  });
}

/** The code with which the far side closes. */
export function closeCode(socket: WebSocket): Promise<number> {
  return new Promise((resolve) => socket.once('close', resolve));
}

/** Calls over a window; rejects with the `ErrorValue`. */
export function callsOn(window: SocketWindow) {
  let lastId = 0;
  return async <N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> => {
    const id = ++lastId;
    window.send({ type: 'call', id, name, input });
    const isAnswer = (message: ServerMessage) => message.type === 'result' && message.id === id;
    const { result } = (await window.next(isAnswer)) as Extract<ServerMessage, { type: 'result' }>;
    if (!result.ok) throw result.error;
    return result.value as CallOutput<N>;
  };
}
