import { type Bridge, bridgeProperty, type ServerMessage } from '../../shared/ipc/wire.ts';
import { createStore, type Readable } from './store.ts';

/** `lost`: it was open, or could not be opened, and is tried again. */
export type BridgeState = 'connecting' | 'open' | 'lost';

/** A bridge to the console's core that may be cut off and come back. */
export interface LiveBridge extends Bridge {
  readonly state: Readable<BridgeState>;
}

/** What is needed of a WebSocket. */
export interface Socket {
  onopen: (() => void) | null;
  onclose: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  send(text: string): void;
}

/** Calls back after so many milliseconds. */
export type Delay = (ms: number, task: () => void) => void;

const shortestRetryMs = 500;
const longestRetryMs = 5000;

/** The desktop shell's bridge where the preload has set one, else a WebSocket to the server of this page. */
export function openBridge(): LiveBridge {
  const bridge = (window as { [bridgeProperty]?: Bridge })[bridgeProperty];
  if (bridge !== undefined) {
    return {
      state: createStore<BridgeState>('open'),
      send: (message) => bridge.send(message),
      onMessage: (listener) => bridge.onMessage(listener),
    };
  }
  const address = new URL('/bridge', window.location.href);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  return openSocketBridge(
    () => new WebSocket(address.href) as Socket,
    (ms, task) => setTimeout(task, ms),
  );
}

/** Carries messages as JSON texts over a socket, and opens another one whenever it closes. What is sent while there is none is dropped. */
export function openSocketBridge(open: () => Socket, delay: Delay): LiveBridge {
  const state = createStore<BridgeState>('connecting');
  const listeners = new Set<(message: ServerMessage) => void>();
  let current: Socket | null = null;
  let retryMs = shortestRetryMs;

  const start = (): void => {
    const socket = open();
    socket.onopen = () => {
      current = socket;
      retryMs = shortestRetryMs;
      state.set('open');
    };
    socket.onmessage = ({ data }) => {
      const message = JSON.parse(String(data)) as ServerMessage;
      for (const listener of listeners) listener(message);
    };
    socket.onclose = () => {
      current = null;
      state.set('lost');
      delay(retryMs, start);
      retryMs = Math.min(longestRetryMs, retryMs * 2);
    };
  };
  start();
  return {
    state,
    send: (message) => current?.send(JSON.stringify(message)),
    onMessage(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
