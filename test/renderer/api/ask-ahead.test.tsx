// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { askAhead, firstAsked, namesFirstAsked } from '../../../renderer/api/ask-ahead.ts';
import type { BridgeState } from '../../../renderer/api/bridge.ts';
import { CallError, createClient } from '../../../renderer/api/client.ts';
import { createConsoleApi } from '../../../renderer/api/console-api.ts';
import { ApiContext, usePreferences } from '../../../renderer/api/context.ts';
import { mostWaiting } from '../../../renderer/api/listen-ahead.ts';
import { useProfiles } from '../../../renderer/api/profiles.ts';
import { createStore } from '../../../renderer/api/store.ts';
import type { ErrorValue, Result } from '../../../shared/errors.ts';
import type { ClientMessage, WindowMessage } from '../../../shared/ipc/wire.ts';
import { usualPreferences } from '../../../shared/model/usual-preferences.ts';
import { someErrorValue } from '../../support/facts.ts';

afterEach(cleanup);

/** A client that asks ahead, on a bridge that the test plays. */
function setUp(first: BridgeState = 'open') {
  const state = createStore<BridgeState>(first);
  const sent: ClientMessage[] = [];
  let receive: (message: WindowMessage) => void = () => undefined;
  const client = askAhead(
    createClient({
      state,
      reopen: () => undefined,
      send: (message) => void sent.push(message),
      onMessage: (listener) => {
        receive = listener;
        return () => undefined;
      },
    }),
  );
  const calls = (name: string) =>
    sent.filter((message) => message.type === 'call' && message.name === name);
  const subscriptions = (topic: string) =>
    sent.filter((message) => message.type === 'subscribe' && message.topic === topic);
  /** Answers the last call of the name, and lets whoever waits for it go on. */
  const answer = async (name: string, result: Result<unknown>): Promise<void> => {
    receive({ type: 'result', id: calls(name).at(-1)?.id ?? 0, result });
    await new Promise((resolve) => setTimeout(resolve));
  };
  const tell = (topic: string, value: unknown): void =>
    receive({ type: 'event', id: subscriptions(topic).at(-1)?.id ?? 0, value });
  return { client, state, sent, calls, subscriptions, answer, tell };
}
const good = (value: unknown): Result<unknown> => ({ ok: true, value });
const refused = (error: ErrorValue): void => expect.unreachable(error.message);
const emptyFrame = { at: 1, full: true, proxies: [], removed: [], points: [], readings: null };

describe('what a window asks before its code is there', () => {
  it('is sent as soon as there is a way to the console', () => {
    const { state, sent, calls, subscriptions } = setUp('connecting');
    expect(sent).toEqual([]);
    state.set('open');
    for (const name of namesFirstAsked) expect(calls(name), name).toHaveLength(1);
    expect(subscriptions('fleet.frames')).toHaveLength(1);
  });

  it('is not asked again by the stores and the first picture, which have the answers', async () => {
    const { client, sent, calls, subscriptions, answer, tell } = setUp();
    await answer('preferences.get', good({ ...usualPreferences, language: 'es' }));
    await answer('profiles.list', good([{ id: 'one' }]));
    tell('fleet.frames', emptyFrame);
    const api = createConsoleApi(client);
    expect(api.fleet.snapshots.get()).toEqual(new Map());
    await new Promise((resolve) => setTimeout(resolve));
    const shown: unknown[] = [];
    const before = sent.length;
    const View = () => {
      shown.push([usePreferences().language, useProfiles().value]);
      return null;
    };
    render(
      <ApiContext value={api}>
        <View />
      </ApiContext>,
    );
    expect(shown[0]).toEqual(['es', [{ id: 'one' }]]);
    expect(sent).toHaveLength(before);
    for (const name of namesFirstAsked) {
      expect(calls(name), name).toHaveLength(1);
      const topic = firstAsked[name];
      if (topic !== null) expect(subscriptions(topic), topic).toHaveLength(1);
    }
    expect(subscriptions('fleet.frames')).toHaveLength(1);
  });

  it('is asked once where the stores are made before there is a way to the console', () => {
    const { client, state, calls } = setUp('connecting');
    createConsoleApi(client);
    state.set('open');
    for (const name of namesFirstAsked) expect(calls(name), name).toHaveLength(1);
  });

  it('is asked anew where its topic has told something since', async () => {
    const { client, calls, answer, tell } = setUp();
    await answer('profiles.list', good([{ id: 'old' }]));
    const change = { changed: [{ id: 'new' }], removed: ['old'] };
    tell('profiles.changed', change);
    const heard: unknown[] = [];
    client.subscribe('profiles.changed', {}, (value) => heard.push(value), refused);
    const asked = client.call('profiles.list', {});
    expect(calls('profiles.list')).toHaveLength(2);
    await answer('profiles.list', good([{ id: 'new' }]));
    await expect(asked).resolves.toEqual([{ id: 'new' }]);
    expect(heard).toEqual([change]);
  });

  it('is asked anew where the console was lost meanwhile', async () => {
    const { client, state, calls, answer } = setUp();
    await answer('profiles.list', good([{ id: 'old' }]));
    state.set('lost');
    state.set('open');
    expect(calls('profiles.list')).toHaveLength(1);
    void client.call('profiles.list', {});
    expect(calls('profiles.list')).toHaveLength(2);
  });

  it('gives its error to who asks, and is asked again after it', async () => {
    const { client, calls, answer } = setUp();
    const error = someErrorValue('storage-failed');
    await answer('profiles.list', { ok: false, error });
    const thrown: unknown = await client.call('profiles.list', {}).catch((each: unknown) => each);
    expect(thrown).toBeInstanceOf(CallError);
    expect((thrown as CallError).value).toEqual(error);
    void client.call('profiles.list', {});
    expect(calls('profiles.list')).toHaveLength(2);
  });

  it('is taken back by who took it', async () => {
    const { client, sent, calls } = setUp();
    const unwanted = new AbortController();
    const asked = client.call('profiles.list', {}, unwanted.signal);
    unwanted.abort('no longer');
    await expect(asked).rejects.toBe('no longer');
    expect(sent.at(-1)).toEqual({ type: 'cancel', id: calls('profiles.list')[0]?.id });
  });
});

describe('a topic that is listened to before anybody wants it', () => {
  it('hands over what was told, in its order, then what is told', () => {
    const { client, tell } = setUp();
    const heard: number[] = [];
    tell('fleet.frames', { ...emptyFrame, at: 1 });
    tell('fleet.frames', { ...emptyFrame, at: 2 });
    client.subscribe('fleet.frames', {}, ({ at }) => heard.push(at), refused);
    expect(heard).toEqual([1, 2]);
    tell('fleet.frames', { ...emptyFrame, at: 3 });
    expect(heard).toEqual([1, 2, 3]);
  });

  it('is left where nobody comes for very long, and listened to anew then', () => {
    const { client, sent, subscriptions, tell } = setUp();
    const [first] = subscriptions('fleet.frames');
    for (let at = 0; at <= mostWaiting; at++) tell('fleet.frames', { ...emptyFrame, at });
    expect(sent.at(-1)).toEqual({ type: 'unsubscribe', id: first?.id });
    const heard: unknown[] = [];
    client.subscribe('fleet.frames', {}, (frame) => heard.push(frame), refused);
    expect(heard).toEqual([]);
    expect(subscriptions('fleet.frames')).toHaveLength(2);
  });

  it('is handed over once: who listens besides has a subscription of their own', () => {
    const { client, subscriptions } = setUp();
    for (let times = 0; times < 2; times++)
      client.subscribe('fleet.frames', {}, () => undefined, refused);
    expect(subscriptions('fleet.frames')).toHaveLength(2);
  });
});
