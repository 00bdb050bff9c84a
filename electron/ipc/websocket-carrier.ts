import type { WebSocket } from 'ws';
import { ownWindow } from '../core/actor.ts';
import type { WindowRouter } from './router.ts';

/** A window that takes its messages this much too slowly is cut off, bytes; it connects again and is told everything anew. The longest list of profiles fits. */
const maxBehind = 48 * 1024 * 1024;

/**
 * Carries the contract between the router and one WebSocket of a browser's session, whose sender was let in before. A window that answers
 * no ping in `pingMs` milliseconds is gone.
 */
export function carryOverWebSocket(
  router: WindowRouter,
  socket: WebSocket,
  session: string,
  pingMs = 30_000,
): void {
  const connection = router.connect(
    (message) => {
      if (socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount > maxBehind) socket.terminate();
      else socket.send(JSON.stringify(message));
    },
    { ...ownWindow(session), shell: 'web' },
  );
  let answered = true;
  const heartbeat = setInterval(() => {
    if (!answered) {
      socket.terminate();
      return;
    }
    answered = false;
    socket.ping();
  }, pingMs);
  socket.on('pong', () => {
    answered = true;
  });
  socket.on('message', (data, isBinary) => {
    // After the goodbye, as when its session was ended, a window has no say any more.
    if (socket.readyState !== socket.OPEN) return;
    const message = isBinary ? undefined : parse(String(data));
    if (message === undefined) socket.close(1003, 'messages are JSON texts');
    else connection.receive(message);
  });
  // `close` follows every error, and is where the window is let go.
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    clearInterval(heartbeat);
    connection.close();
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
