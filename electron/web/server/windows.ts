import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { type KeyMessage, notAdmitted } from '../../../shared/ipc/admission.ts';
import type { OpenSession } from '../door/sessions.ts';
import type { ServerLimits } from './limits.ts';

/** The longest message that a window may send, bytes: two thousand profiles that are saved as one. */
export const maxMessage = 4 * 1024 * 1024;

/** The longest that is looked at of one that was not let in, characters. */
const maxKeyMessage = 1000;

const keyMessageSchema: z.ZodType<KeyMessage> = z.object({
  type: z.literal('key'),
  key: z.string().max(64),
});

/** Takes a window that was let in, the id of its session, and that of the console that it shows; null is that of this machine. */
export type Carry = (window: WebSocket, session: string, console: string | null) => void;

/** Whose a request is, and which console is asked for. */
export interface Admitted {
  readonly session: OpenSession;
  readonly console: string | null;
}

export interface WindowsParts {
  readonly limits: ServerLimits;
  /** The status line with which this request is refused, or the session that it belongs to and the console that it wants. */
  readonly judge: (request: IncomingMessage) => string | Admitted;
  readonly onAdmitted: (socket: Duplex) => void;
  readonly logFault: (what: string, error: unknown) => void;
}

/** The WebSockets of windows: each is handed over once it has shown the key of its session. */
export interface Windows {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  letIn(carry: Carry): void;
  /** Says goodbye to every window, and cuts off those that do not answer. */
  close(): void;
}

export function createWindows({ limits, judge, onAdmitted, logFault }: WindowsParts): Windows {
  let carry: Carry | null = null;
  let count = 0;
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: maxMessage,
    perMessageDeflate: false,
  });

  /** Some never answer a goodbye. */
  function dismiss(window: WebSocket, code: number, reason: string): void {
    window.close(code, reason);
    const cut = setTimeout(() => window.terminate(), limits.goodbyeMs);
    window.once('close', () => clearTimeout(cut));
  }

  function welcome(
    window: WebSocket,
    socket: Duplex,
    { session, console }: Admitted,
    hand: Carry,
  ): void {
    onAdmitted(socket);
    count++;
    const forget = session.addWindow(() => dismiss(window, notAdmitted, 'the session was ended'));
    window.once('close', () => {
      count--;
      forget();
    });
    try {
      hand(window, session.id, console);
    } catch (error) {
      logFault('a window could not be carried', error);
      window.terminate();
    }
  }

  /** The first message decides. Cookies alone do not: see `Sessions`. */
  function askForKey(window: WebSocket, socket: Duplex, admitted: Admitted, hand: Carry): void {
    const late = setTimeout(() => window.terminate(), limits.keyMs);
    window.once('close', () => clearTimeout(late));
    // `close` follows every error.
    window.on('error', () => window.terminate());
    window.once('message', (data: RawData) => {
      clearTimeout(late);
      if (!admitted.session.isKey(keyIn(String(data))))
        dismiss(window, notAdmitted, 'no key of this session');
      else if (count >= limits.windows) dismiss(window, 1013, 'too many windows');
      else welcome(window, socket, admitted, hand);
    });
  }

  return {
    upgrade(request, socket, head) {
      socket.on('error', () => socket.destroy());
      const judged = judge(request);
      const hand = carry;
      if (typeof judged === 'string') refuse(socket, judged);
      else if (hand === null || count >= limits.windows) refuse(socket, '503 Service Unavailable');
      else
        server.handleUpgrade(request, socket, head, (window) =>
          askForKey(window, socket, judged, hand),
        );
    },
    letIn(hand) {
      carry = hand;
    },
    close() {
      for (const window of server.clients) dismiss(window, 1001, 'the console ends');
    },
  };
}

/** Answers, and cuts the connection off: who was refused has nothing more to say. */
function refuse(socket: Duplex, status: string): void {
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** Empty where the text is no message with a key. */
function keyIn(text: string): string {
  if (text.length > maxKeyMessage) return '';
  try {
    const parsed = keyMessageSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data.key : '';
  } catch {
    return '';
  }
}
