import type { ErrorValue } from '../../shared/errors.ts';
import type {
  CallInput,
  CallName,
  CallOutput,
  TopicName,
  TopicParams,
  TopicValue,
} from '../../shared/ipc/contract.ts';
import type { ServerMessage } from '../../shared/ipc/wire.ts';
import type { BridgeState, LiveBridge } from './bridge.ts';
import type { Readable } from './store.ts';

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

interface Pending {
  readonly name: string;
  readonly input: unknown;
  sent: boolean;
  resolve(value: unknown): void;
  reject(reason: unknown): void;
}

interface Subscription {
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

/** Calls and subscriptions over a bridge. Answers are typed by the contract and validated by the core, which is of the same version. */
export function createClient(bridge: LiveBridge): Client {
  let lastId = 0;
  const pending = new Map<number, Pending>();
  let subscriptions = new Map<number, Subscription>();

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
  const receive = (message: ServerMessage): void => {
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
  const changed = (): void => {
    const state = bridge.state.get();
    if (state === 'lost') {
      for (const call of pending.values()) call.reject(new CallError(consoleLost));
      pending.clear();
    }
    if (state !== 'open') return;
    const before = subscriptions;
    subscriptions = new Map();
    for (const subscription of before.values()) {
      const id = ++lastId;
      subscriptions.set(id, subscription);
      sendSubscription(id, subscription);
    }
    for (const [id, call] of pending) if (!call.sent) sendCall(id, call);
  };

  bridge.onMessage(receive);
  bridge.state.subscribe(changed);
  return {
    state: bridge.state,
    reopen: bridge.reopen,
    call(name, input, signal) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) {
          reject(signal.reason);
          return;
        }
        if (bridge.state.get() === 'lost') {
          reject(new CallError(consoleLost));
          return;
        }
        const call: Pending = {
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
        if (bridge.state.get() === 'open') sendCall(id, call);
      });
    },
    subscribe(topic, params, listener, onRefused) {
      const subscription: Subscription = {
        topic,
        params,
        listener: listener as (value: unknown) => void,
        onRefused,
      };
      const first = ++lastId;
      subscriptions.set(first, subscription);
      if (bridge.state.get() === 'open') sendSubscription(first, subscription);
      return () => {
        for (const [id, candidate] of subscriptions) {
          if (candidate !== subscription) continue;
          subscriptions.delete(id);
          if (bridge.state.get() === 'open') bridge.send({ type: 'unsubscribe', id });
        }
      };
    },
  };
}
