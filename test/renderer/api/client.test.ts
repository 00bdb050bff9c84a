import { describe, expect, it } from 'vitest';
import type { BridgeState } from '../../../renderer/api/bridge.ts';
import { CallError, createClient, errorOf } from '../../../renderer/api/client.ts';
import { createStore } from '../../../renderer/api/store.ts';
import type { ClientMessage, WindowMessage } from '../../../shared/ipc/wire.ts';
import { someErrorValue } from '../../support/facts.ts';

/** A client whose bridge the test plays. */
function setUp(first: BridgeState = 'open', remote = false) {
  const state = createStore<BridgeState>(first);
  const sent: ClientMessage[] = [];
  const listeners: ((message: WindowMessage) => void)[] = [];
  const client = createClient(
    {
      state,
      reopen: () => undefined,
      send: (message) => void sent.push(message),
      onMessage: (listener) => {
        listeners.push(listener);
        return () => undefined;
      },
    },
    remote,
  );
  const receive = (message: WindowMessage): void => {
    for (const listener of listeners) listener(message);
  };
  const idOf = (place: number): number => sent.at(place)?.id ?? 0;
  return { client, state, sent, receive, idOf };
}

const refusal = someErrorValue('not-found');

describe('a call', () => {
  it('is answered by the result with its number', async () => {
    const { client, receive, idOf } = setUp();
    const first = client.call('demo.stop', {});
    const second = client.call('profiles.list', {});
    receive({ type: 'result', id: idOf(1), result: { ok: true, value: [] } });
    receive({ type: 'result', id: idOf(0), result: { ok: true, value: null } });
    await expect(first).resolves.toBeNull();
    await expect(second).resolves.toEqual([]);
  });

  it('rejects with the value of the error', async () => {
    const { client, receive, idOf } = setUp();
    const call = client.call('demo.stop', {});
    receive({ type: 'result', id: idOf(0), result: { ok: false, error: refusal } });
    const thrown: unknown = await call.catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(CallError);
    expect(errorOf(thrown)).toEqual(refusal);
  });

  it('waits while the bridge is being opened', async () => {
    const { client, state, sent, receive, idOf } = setUp('connecting');
    const call = client.call('demo.stop', {});
    expect(sent).toEqual([]);
    state.set('open');
    expect(sent).toHaveLength(1);
    receive({ type: 'result', id: idOf(0), result: { ok: true, value: null } });
    await expect(call).resolves.toBeNull();
  });

  it('that is taken back rejects at once, is cancelled there, and its late answer harms nobody', async () => {
    const { client, sent, receive, idOf } = setUp();
    const unwanted = new AbortController();
    const call = client.call('demo.stop', {}, unwanted.signal);
    unwanted.abort('no longer');
    await expect(call).rejects.toBe('no longer');
    expect(sent.at(-1)).toEqual({ type: 'cancel', id: idOf(0) });
    receive({ type: 'result', id: idOf(0), result: { ok: true, value: null } });
    await expect(client.call('demo.stop', {}, unwanted.signal)).rejects.toBe('no longer');
    expect(sent).toHaveLength(2);
  });

  it('that is taken back before it was sent is never sent', async () => {
    const { client, state, sent } = setUp('connecting');
    const unwanted = new AbortController();
    const call = client.call('demo.stop', {}, unwanted.signal);
    unwanted.abort('no longer');
    await expect(call).rejects.toBe('no longer');
    state.set('open');
    expect(sent).toEqual([]);
  });

  it('fails when the console is lost, before and while it is under way', async () => {
    const { client, state } = setUp();
    const underWay = client.call('demo.stop', {});
    state.set('lost');
    const later = client.call('demo.stop', {});
    for (const call of [underWay, later]) {
      const error = errorOf(await call.catch((thrown: unknown) => thrown));
      expect(error).toMatchObject({ code: 'not-connected', detail: { case: 'console' } });
    }
  });
});

describe('a subscription', () => {
  it('hears every value until it is ended, and ends it at the console too', () => {
    const { client, sent, receive, idOf } = setUp();
    const heard: unknown[] = [];
    const stop = client.subscribe(
      'app.notices',
      {},
      (value) => heard.push(value),
      () => undefined,
    );
    const id = idOf(0);
    receive({ type: 'event', id, value: [] });
    receive({ type: 'event', id: id + 1, value: 'of another' });
    stop();
    receive({ type: 'event', id, value: ['late'] });
    expect(heard).toEqual([[]]);
    expect(sent.at(-1)).toEqual({ type: 'unsubscribe', id });
  });

  it('is told when it was refused', () => {
    const { client, receive, idOf } = setUp();
    const refused: unknown[] = [];
    client.subscribe(
      'app.notices',
      {},
      () => undefined,
      (error) => refused.push(error),
    );
    receive({ type: 'result', id: idOf(0), result: { ok: false, error: refusal } });
    expect(refused).toEqual([refusal]);
  });

  it('is taken up again, under another number, when the console is back', () => {
    const { client, state, sent, receive, idOf } = setUp();
    const heard: unknown[] = [];
    client.subscribe(
      'app.notices',
      {},
      (value) => heard.push(value),
      () => undefined,
    );
    const first = idOf(0);
    state.set('lost');
    state.set('open');
    expect(sent.filter(({ type }) => type === 'subscribe')).toHaveLength(2);
    const second = idOf(-1);
    expect(second).not.toBe(first);
    receive({ type: 'event', id: first, value: ['of before'] });
    receive({ type: 'event', id: second, value: [] });
    expect(heard).toEqual([[]]);
  });

  it('made while there is no console is sent once it is there, and only once', () => {
    const { client, state, sent } = setUp('connecting');
    client.subscribe(
      'app.notices',
      {},
      () => undefined,
      () => undefined,
    );
    expect(sent).toEqual([]);
    state.set('open');
    expect(sent).toHaveLength(1);
  });
});

describe('a window on a remote console', () => {
  const lost = { type: 'console', state: 'lost', why: refusal } as const;
  const open = { type: 'console', state: 'open' } as const;

  it('waits until the way to it is open, and asks its own shell meanwhile', () => {
    const { client, sent, receive } = setUp('open', true);
    expect(client.state.get()).toBe('connecting');
    void client.call('profiles.list', {});
    void client.call('consoles.list', {});
    expect(sent).toMatchObject([{ name: 'consoles.list' }]);
    receive(open);
    expect(client.state.get()).toBe('open');
    expect(client.why.get()).toBeNull();
    expect(sent.map((message) => 'name' in message && message.name)).toEqual([
      'consoles.list',
      'profiles.list',
    ]);
  });

  it('says why it is lost, and fails what that console was asked, and nothing that the shell was', async () => {
    const { client, receive, idOf } = setUp('open', true);
    receive(open);
    const there = client.call('profiles.list', {});
    const here = client.call('consoles.remove', { id: 'one' });
    receive(lost);
    expect(client.state.get()).toBe('lost');
    expect(client.why.get()).toEqual(refusal);
    for (const call of [there, client.call('profiles.list', {})])
      await expect(call).rejects.toMatchObject({ value: { code: 'not-connected' } });
    receive({ type: 'result', id: idOf(1), result: { ok: true, value: null } });
    await expect(here).resolves.toBeNull();
    receive(open);
    expect(client.why.get()).toBeNull();
  });

  it('takes up what it hears of that console once it is back, and that alone', () => {
    const { client, sent, receive, idOf } = setUp('open', true);
    const nothing = (): void => undefined;
    receive(open);
    const heard: unknown[] = [];
    client.subscribe('app.notices', {}, (value) => heard.push(value), nothing);
    client.subscribe('consoles.changed', {}, nothing, nothing);
    receive(lost);
    receive(open);
    expect(sent.map((message) => 'topic' in message && message.topic)).toEqual([
      'app.notices',
      'consoles.changed',
      'app.notices',
    ]);
    receive({ type: 'event', id: idOf(0), value: ['of before'] });
    receive({ type: 'event', id: idOf(2), value: [] });
    expect(heard).toEqual([[]]);
  });

  it('knows nothing of the way after its own shell was lost, until that tells of it again', () => {
    const { client, state, sent, receive } = setUp('open', true);
    receive(open);
    state.set('lost');
    expect(client.state.get()).toBe('lost');
    state.set('open');
    expect(client.state.get()).toBe('connecting');
    void client.call('profiles.list', {});
    expect(sent).toEqual([]);
    receive(open);
    expect(sent).toMatchObject([{ name: 'profiles.list' }]);
  });
});

describe('what a call threw', () => {
  it('is a fault of our own where it is no answer', () => {
    expect(errorOf(new TypeError('oops'))).toMatchObject({ code: 'internal' });
    expect(errorOf('oops')).toMatchObject({ code: 'internal' });
  });
});
