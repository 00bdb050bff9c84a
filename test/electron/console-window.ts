import { ownWindow } from '../../electron/core/actor.ts';
import type { WindowRouter } from '../../electron/ipc/router.ts';
import type { ErrorValue } from '../../shared/errors.ts';
import type {
  CallInput,
  CallName,
  CallOutput,
  TopicName,
  TopicParams,
  TopicValue,
} from '../../shared/ipc/contract.ts';
import type { ProxySnapshot } from '../../shared/model/fleet-frame.ts';
import type { ProxyState } from '../../shared/model/proxy-state.ts';

/** A window on the console, as a page is one. */
export interface ConsoleWindow {
  /** Everything that was sent to it, as it would go over a wire. */
  readonly received: string[];
  /** Rejects with the `ErrorValue`. */
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>;
  /** Every value of a topic from now on; stops when the listener answers true, and then resolves with that value. */
  until<N extends TopicName>(
    topic: N,
    wanted: (value: TopicValue<N>) => boolean,
    params?: TopicParams<N>,
  ): Promise<TopicValue<N>>;
  /** The proxy once it is in this state. */
  untilState(id: string, kind: ProxyState['kind']): Promise<ProxySnapshot>;
  /** Resolves once a call answers as wanted, asked again and again. */
  untilCall<N extends CallName>(
    name: N,
    input: CallInput<N>,
    wanted: (value: CallOutput<N>) => boolean,
  ): Promise<CallOutput<N>>;
  close(): void;
}

export function openConsoleWindow(router: WindowRouter, asker = ownWindow()): ConsoleWindow {
  const received: string[] = [];
  const answers = new Map<number, (result: { ok: boolean; value: never; error: never }) => void>();
  const listeners = new Map<number, (value: never) => void>();
  let lastId = 0;
  const connection = router.connect((message) => {
    const text = JSON.stringify(message);
    received.push(text);
    const arrived = JSON.parse(text);
    if (arrived.type === 'event') listeners.get(arrived.id)?.(arrived.value as never);
    else answers.get(arrived.id)?.(arrived.result);
  }, asker);

  const window: ConsoleWindow = {
    received,
    call: (name, input) =>
      new Promise((resolve, reject: (error: ErrorValue) => void) => {
        const id = ++lastId;
        answers.set(id, (result) => {
          answers.delete(id);
          if (result.ok) resolve(result.value);
          else reject(result.error);
        });
        connection.receive({ type: 'call', id, name, input });
      }),
    until: (topic, wanted, params) =>
      new Promise((resolve) => {
        const id = ++lastId;
        listeners.set(id, (value) => {
          if (!wanted(value)) return;
          listeners.delete(id);
          connection.receive({ type: 'unsubscribe', id });
          resolve(value);
        });
        connection.receive({ type: 'subscribe', id, topic, params: params ?? {} });
      }),
    async untilState(id, kind) {
      let found: ProxySnapshot | undefined;
      await window.until('fleet.frames', ({ proxies }) => {
        found = proxies.find((proxy) => proxy.id === id && proxy.state.kind === kind);
        return found !== undefined;
      });
      if (found === undefined) throw new Error('not reached');
      return found;
    },
    async untilCall(name, input, wanted) {
      for (;;) {
        const value = await window.call(name, input);
        if (wanted(value)) return value;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    close: connection.close,
  };
  return window;
}
