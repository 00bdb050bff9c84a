import type { ErrorValue } from '../../shared/errors.ts';
import { isAnsweredHere } from '../../shared/ipc/answered-here.ts';
import type {
  CallInput,
  CallName,
  CallOutput,
  TopicName,
  TopicParams,
  TopicValue,
} from '../../shared/ipc/contract.ts';
import type { WindowMessage } from '../../shared/ipc/wire.ts';
import type { BridgeState, LiveBridge } from './bridge.ts';
import { createStore, type Readable } from './store.ts';

/** A call that was answered with an error. `value` has the stable code. */
export class CallError extends Error {
  readonly value: ErrorValue;

  constructor(value: ErrorValue) {
    super(value.message);
    this.name = 'CallError';
    this.value = value;
  }
}

/** The value of what a call threw. Anything but a `CallError` is a bug. */
export function errorOf(thrown: unknown): ErrorValue {
  if (thrown instanceof CallError) return thrown.value;
  return {
    code: 'internal',
    message: 'A fault of the window.',
    detail: { log: 'application' },
  };
}

/** The contract, as views use it. */
export interface Client {
  readonly state: Readable<BridgeState>;
  /** Why the window has no console, where that is known. */
  readonly why: Readable<ErrorValue | null>;
  /** Begins another way to the console, where it says nothing any more. */
  readonly reopen: () => void;
  /**
   * Rejects with `CallError`. While the console cannot be reached that is `not-connected` of the case `console`. When the signal fires, the call
   * is taken back and rejects with the signal's reason.
   */
  call<N extends CallName>(
    name: N,
    input: CallInput<N>,
    signal?: AbortSignal,
  ): Promise<CallOutput<N>>;
  /** Hears every value of a topic, also after the console was lost and is back. Returns unsubscribing. */
  subscribe<N extends TopicName>(
    topic: N,
    params: TopicParams<N>,
    listener: (value: TopicValue<N>) => void,
    onRefused: (error: ErrorValue) => void,
  ): () => void;
}

/** Where something is answered: by the console that the window shows, or by the shell that the window belongs to. */
type Way = 'console' | 'shell';

interface Pending {
  readonly way: Way;
  readonly name: string;
  readonly input: unknown;
  sent: boolean;
  resolve(value: unknown): void;
  reject(reason: unknown): void;
}

interface Subscription {
  readonly way: Way;
  readonly topic: TopicName;
  readonly params: unknown;
  readonly listener: (value: unknown) => void;
  readonly onRefused: (error: ErrorValue) => void;
}

/** What a call is answered with while the console cannot be reached. */
export const consoleLost: ErrorValue = {
  code: 'not-connected',
  message: 'The console cannot be reached.',
  detail: { case: 'console' },
};

/**
 * Calls and subscriptions over a bridge. Answers are typed by the contract and validated by the core, which is of the same version, or where it is
 * another machine's by the shell. `remote`: the window shows a console on another machine, of which it hears when the way there is open.
 */
export function createClient(bridge: LiveBridge, remote = false): Client {
  let lastId = 0;
  const pending = new Map<number, Pending>();
  const subscriptions = new Map<number, Subscription>();
  const atFirst = remote ? 'connecting' : 'open';
  let link: BridgeState = atFirst;
  const why = createStore<ErrorValue | null>(null);
  const stateOfConsole = (): BridgeState => {
    const state = bridge.state.get();
    return state === 'open' ? link : state;
  };
  const state = createStore(stateOfConsole());
  const states: Readonly<Record<Way, Readable<BridgeState>>> = {
    console: state,
    shell: bridge.state,
  };
  const wayOf = (name: string): Way => (isAnsweredHere(name) ? 'shell' : 'console');

  const sendCall = (id: number, call: Pending): void => {
    call.sent = true;
    bridge.send({ type: 'call', id, name: call.name, input: call.input });
  };
  const takeBack = (id: number, reason: unknown): void => {
    const call = pending.get(id);
    if (call === undefined) return;
    pending.delete(id);
    if (call.sent) bridge.send({ type: 'cancel', id });
    call.reject(reason);
  };
  const sendSubscription = (id: number, { topic, params }: Subscription): void => {
    bridge.send({ type: 'subscribe', id, topic, params });
  };
  const receive = (message: WindowMessage): void => {
    if (message.type === 'console') {
      link = message.state;
      why.set(message.state === 'lost' ? message.why : null);
      state.set(stateOfConsole());
      return;
    }
    if (message.type === 'event') {
      subscriptions.get(message.id)?.listener(message.value);
      return;
    }
    const { id, result } = message;
    const call = pending.get(id);
    pending.delete(id);
    if (call !== undefined) {
      if (result.ok) call.resolve(result.value);
      else call.reject(new CallError(result.error));
    } else if (!result.ok) {
      subscriptions.get(id)?.onRefused(result.error);
    }
  };
  const changed = (way: Way): void => {
    const now = states[way].get();
    if (now === 'lost') {
      for (const [id, call] of [...pending]) {
        if (call.way !== way) continue;
        pending.delete(id);
        call.reject(new CallError(consoleLost));
      }
    }
    if (now !== 'open') return;
    for (const [before, subscription] of [...subscriptions]) {
      if (subscription.way !== way) continue;
      const id = ++lastId;
      subscriptions.delete(before);
      subscriptions.set(id, subscription);
      sendSubscription(id, subscription);
    }
    for (const [id, call] of pending) if (call.way === way && !call.sent) sendCall(id, call);
  };

  bridge.onMessage(receive);
  state.subscribe(() => changed('console'));
  bridge.state.subscribe(() => {
    if (bridge.state.get() === 'lost') link = atFirst;
    changed('shell');
    state.set(stateOfConsole());
  });
  return {
    state,
    why,
    reopen: bridge.reopen,
    call(name, input, signal) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) {
          reject(signal.reason);
          return;
        }
        const way = wayOf(name);
        if (states[way].get() === 'lost') {
          reject(new CallError(consoleLost));
          return;
        }
        const call: Pending = {
          way,
          name,
          input,
          sent: false,
          // The contract computes the type from the name: this is the one place where an answer gets it.
          resolve: resolve as (value: unknown) => void,
          reject,
        };
        const id = ++lastId;
        pending.set(id, call);
        signal?.addEventListener('abort', () => takeBack(id, signal.reason), { once: true });
        if (states[way].get() === 'open') sendCall(id, call);
      });
    },
    subscribe(topic, params, listener, onRefused) {
      const way = wayOf(topic);
      const subscription: Subscription = {
        way,
        topic,
        params,
        listener: listener as (value: unknown) => void,
        onRefused,
      };
      const first = ++lastId;
      subscriptions.set(first, subscription);
      if (states[way].get() === 'open') sendSubscription(first, subscription);
      return () => {
        for (const [id, candidate] of subscriptions) {
          if (candidate !== subscription) continue;
          subscriptions.delete(id);
          if (states[way].get() === 'open') bridge.send({ type: 'unsubscribe', id });
        }
      };
    },
  };
}
