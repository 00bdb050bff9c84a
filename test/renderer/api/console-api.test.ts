// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { createClient } from '../../../renderer/api/client.ts';
import { createConsoleApi } from '../../../renderer/api/console-api.ts';
import { createStore } from '../../../renderer/api/store.ts';
import type { ClientMessage, ServerMessage } from '../../../shared/ipc/wire.ts';
import { preferencesSchema } from '../../../shared/model/app-info.ts';

/** A window's stores on a bridge that the test plays. */
function setUp() {
  const sent: ClientMessage[] = [];
  let tell: (message: ServerMessage) => void = () => undefined;
  const api = createConsoleApi(
    createClient({
      state: createStore('open' as const),
      reopen: () => undefined,
      send: (message) => void sent.push(message),
      onMessage: (listener) => {
        tell = listener;
        return () => undefined;
      },
    }),
  );
  const publish = (topic: string, value: unknown): void => {
    for (const message of sent)
      if (message.type === 'subscribe' && message.topic === topic)
        tell({ type: 'event', id: message.id, value });
  };
  /** Answers the last call of the name. */
  const answer = async (name: string, value: unknown): Promise<void> => {
    const call = sent.findLast((message) => message.type === 'call' && message.name === name);
    tell({ type: 'result', id: call?.id ?? 0, result: { ok: true, value } });
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { api, publish, answer };
}

const defaults = preferencesSchema.parse({});

describe('the preferences of a window', () => {
  it('are those that another window chose', () => {
    const { api, publish } = setUp();
    publish('preferences.changed', { ...defaults, language: 'es' });
    expect(api.preferences.get().language).toBe('es');
  });

  it('stay as chosen here while that is being saved, whatever is told meanwhile', async () => {
    const { api, publish, answer } = setUp();
    api.setPreferences({ language: 'es' });
    publish('preferences.changed', { ...defaults, boardSort: 'state' });
    expect(api.preferences.get().language).toBe('es');
    await answer('preferences.set', { ...defaults, language: 'es', boardSort: 'state' });
    expect(api.preferences.get()).toMatchObject({ language: 'es', boardSort: 'state' });
    publish('preferences.changed', { ...defaults, language: 'en' });
    expect(api.preferences.get().language).toBe('en');
  });
});
