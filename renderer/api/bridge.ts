import { doorPath, type KeyMessage, keyItem, notAdmitted } from '../../shared/ipc/admission.ts';
import { bridgeProperty } from '../../shared/ipc/bridge-property.ts';
import type { Bridge, WindowMessage } from '../../shared/ipc/wire.ts';
import type { Delay } from './delay.ts';
import { type Channel, createKeyRing, type KeyRing } from './key-ring.ts';
import { createStore, type Readable } from './store.ts';

/** `lost`: it was open, or could not be opened, and is tried again. */
export type BridgeState = 'connecting' | 'open' | 'lost';

/** A bridge to the console's core that may be cut off and come back. */
export interface LiveBridge extends Bridge {
  readonly state: Readable<BridgeState>;
  /** The console says nothing any more, though nobody closed the way to it: begins another. */
  readonly reopen: () => void;
}

/** What is needed of a WebSocket. */
export interface Socket {
  onopen: (() => void) | null;
  onclose: ((event: { readonly code: number }) => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  send(text: string): void;
  close(): void;
}

const shortestRetryMs = 500;
/** So that a window is itself again soon after the console is. */
const longestRetryMs = 2000;
/** A socket that is not open by then is given up: its answer is not coming, milliseconds. */
const openMs = 5000;

/** The desktop shell's bridge where the preload has set one, else a WebSocket to the server of this page. */
export function openBridge(): LiveBridge {
  const bridge = (window as { [bridgeProperty]?: Bridge })[bridgeProperty];
  if (bridge !== undefined) {
    return {
      state: createStore<BridgeState>('open'),
      // Between the processes of one app there is no other way.
      reopen: () => undefined,
      send: (message) => bridge.send(message),
      onMessage: (listener) => bridge.onMessage(listener),
    };
  }
  const address = new URL('/bridge', window.location.href);
  // Which console the page shows.
  address.search = window.location.search;
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  const delay: Delay = (ms, task) => setTimeout(task, ms);
  return openSocketBridge({
    open: () => new WebSocket(address.href) as Socket,
    keys: createKeyRing({
      storage: window.sessionStorage,
      channel: new BroadcastChannel(keyItem) as Channel,
      delay,
    }),
    // The server says there what to do.
    leave: () => window.location.assign(doorPath),
    delay,
  });
}

export interface SocketBridgeParts {
  readonly open: () => Socket;
  readonly keys: KeyRing;
  /** Goes away from this page: there is no key for it. */
  readonly leave: () => void;
  readonly delay: Delay;
}

/**
 * Carries messages as JSON texts over a socket that begins with the page's key, and opens another one whenever it closes. What is sent
 * while there is none is dropped.
 */
export function openSocketBridge({ open, keys, leave, delay }: SocketBridgeParts): LiveBridge {
  const state = createStore<BridgeState>('connecting');
  const listeners = new Set<(message: WindowMessage) => void>();
  let current: Socket | null = null;
  /** Ends the socket of now, whatever its state, and goes on as if it had been closed. */
  let giveUp = (): void => {};
  let retryMs = shortestRetryMs;

  const start = async (): Promise<void> => {
    const key = await keys.find();
    if (key === null) {
      leave();
      return;
    }
    const socket = open();
    socket.onopen = () => {
      socket.send(JSON.stringify({ type: 'key', key } satisfies KeyMessage));
      current = socket;
      retryMs = shortestRetryMs;
      state.set('open');
    };
    socket.onmessage = ({ data }) => {
      const message = JSON.parse(String(data)) as WindowMessage;
      for (const listener of listeners) listener(message);
    };
    const over = (): void => {
      socket.onopen = socket.onmessage = socket.onclose = null;
      giveUp = () => {};
      current = null;
      state.set('lost');
      delay(retryMs, () => void start());
      retryMs = Math.min(longestRetryMs, retryMs * 2);
    };
    socket.onclose = ({ code }) => {
      if (code === notAdmitted) keys.refused(key);
      over();
    };
    const ours = (): void => {
      // A mute peer does not answer the closing either: it is not waited for.
      socket.close();
      over();
    };
    giveUp = ours;
    delay(openMs, () => {
      if (giveUp === ours && current === null) ours();
    });
  };
  void start();
  return {
    state,
    reopen: () => giveUp(),
    send: (message) => current?.send(JSON.stringify(message)),
    onMessage(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
