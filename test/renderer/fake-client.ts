import { type Mock, vi } from 'vitest';
import type { BridgeState } from '../../renderer/api/bridge.ts';
import type { Client } from '../../renderer/api/client.ts';
import { createStore, type Store } from '../../renderer/api/store.ts';
import type { ErrorValue } from '../../shared/errors.ts';
import type { TopicName, TopicValue } from '../../shared/ipc/contract.ts';

/** A console of which a test says what it answers and what it tells. */
export interface FakeClient extends Client {
  readonly state: Store<BridgeState>;
  /** Answers every call; a test says what by `mockImplementation`. */
  readonly call: Mock;
  /** A value of a topic, to whoever listens. */
  publish<N extends TopicName>(topic: N, value: TopicValue<N>): void;
}

export function createFakeClient(): FakeClient {
  const listeners = new Map<string, Set<(value: never) => void>>();
  return {
    state: createStore<BridgeState>('open'),
    why: createStore<ErrorValue | null>(null),
    reopen: () => undefined,
    call: vi.fn(),
    subscribe(topic, _params, listener) {
      const heard = listeners.get(topic) ?? new Set();
      listeners.set(topic, heard);
      heard.add(listener);
      return () => heard.delete(listener);
    },
    publish(topic, value) {
      for (const listener of listeners.get(topic) ?? []) listener(value as never);
    },
  };
}
