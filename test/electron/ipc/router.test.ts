import { describe, expect, it } from 'vitest';
import { ownWindow } from '../../../electron/core/actor.ts';
import type { Caller, Handlers, Sources } from '../../../electron/ipc/parts.ts';
import { createRouter } from '../../../electron/ipc/router.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ServerMessage } from '../../../shared/ipc/wire.ts';
import { preferencesSchema } from '../../../shared/model/app-info.ts';
import { settle } from '../../support/manual-clock.ts';

const id = '0b0f2f4e-8a53-4f0e-9d0c-0d1f6f2f7a01';

function setUp(handlers: Partial<Handlers>, sources: Partial<Sources> = {}) {
  const faults: { what: string; error: unknown }[] = [];
  const callers: Caller[] = [];
  const router = createRouter({
    // The tests call only what they hand in.
    handlers: handlers as Handlers,
    sources: sources as Sources,
    onConnect: (caller) => callers.push(caller),
    logFault: (what, error) => faults.push({ what, error }),
  });
  const open = () => {
    const messages: ServerMessage[] = [];
    const connection = router.connect((message) => messages.push(message), ownWindow());
    return { ...connection, messages };
  };
  return { open, faults, callers };
}

const call = (name: string, input: unknown, callId = 1) => ({
  type: 'call',
  id: callId,
  name,
  input,
});

describe('a window that fills the log', () => {
  it('is logged once for what is no message, and is heard no more after a few of them', async () => {
    const { open, faults, callers } = setUp({ 'app.notices': () => [] });
    const bad = open();
    const good = open();
    for (let count = 0; count < 100; count++) bad.receive({ type: 'nonsense' });
    for (const window of [bad, good]) window.receive(call('app.notices', {}));
    await settle();
    expect(faults).toHaveLength(1);
    expect(bad.messages).toEqual([]);
    expect(good.messages).toHaveLength(1);
    expect(callers.map(({ gone }) => gone.aborted)).toEqual([true, false]);
  });

  it('has so many lines of the log for its failures', async () => {
    const { open, faults } = setUp({
      'app.notices': () => {
        throw new Error('a bug');
      },
    });
    const window = open();
    for (let id = 1; id <= 200; id++) window.receive(call('app.notices', {}, id));
    await settle();
    expect(window.messages).toHaveLength(200);
    expect(faults).toHaveLength(50);
  });
});

describe('a call', () => {
  it('reaches its handler with validated input, defaults filled in, and is answered under its id', async () => {
    const inputs: unknown[] = [];
    const missing = new AppError('not-found', { case: 'profile', id: 'x' });
    const { open } = setUp({
      'profiles.save': (input) => {
        inputs.push(input);
        throw missing;
      },
    });
    const window = open();
    window.receive(
      call('profiles.save', { draft: { name: ' a ', host: 'h', user: 'u' }, extra: 1 }, 7),
    );
    await settle();
    expect(inputs).toEqual([
      {
        draft: expect.objectContaining({ name: 'a', port: 9090, transport: 'auto', udpPort: 9899 }),
      },
    ]);
    expect(window.messages).toEqual([
      {
        type: 'result',
        id: 7,
        result: { ok: false, error: missing.toValue() },
      },
    ]);
  });

  it('answers with what the contract names and with nothing else', async () => {
    const preferences = { ...preferencesSchema.parse({}), password: 'hunter2' };
    const { open } = setUp({ 'preferences.get': () => preferences });
    const window = open();
    window.receive(call('preferences.get', {}));
    await settle();
    expect(window.messages).toMatchObject([{ result: { ok: true, value: { language: 'auto' } } }]);
    expect(JSON.stringify(window.messages)).not.toContain('hunter2');
  });

  it('that is unknown, or called like what every object has, is refused', async () => {
    const { open } = setUp({});
    const window = open();
    for (const name of ['no.such', 'constructor', '__proto__', 'toString'])
      window.receive(call(name, {}));
    await settle();
    expect(window.messages).toHaveLength(4);
    for (const message of window.messages)
      expect(message).toMatchObject({ result: { ok: false, error: { code: 'invalid-input' } } });
  });

  it('with a wrong input names the field and the rule, and repeats no value', async () => {
    const { open, faults } = setUp({});
    const window = open();
    const draft = { name: 'a', host: 'not a host', user: 'u' };
    window.receive(call('profiles.save', { draft }));
    window.receive(
      call('profiles.save', { draft: { ...draft, host: 'h' }, password: 'hünter2' }, 2),
    );
    window.receive(
      call('profiles.save', { draft: { ...draft, host: 'h' }, password: ['hunter2'] }, 3),
    );
    window.receive(call('preferences.set', 'hunter2', 4));
    await settle();
    expect(window.messages).toMatchObject([
      { result: { error: { code: 'invalid-input', detail: { field: 'draft.host' } } } },
      { result: { error: { code: 'invalid-input', detail: { field: 'password' } } } },
      { result: { error: { code: 'invalid-input', detail: { field: 'password' } } } },
      { result: { error: { code: 'invalid-input', detail: { field: '' } } } },
    ]);
    expect(JSON.stringify(window.messages)).not.toMatch(/h[uü]nter2/);
    expect(faults).toEqual([]);
  });

  it('that fails by a bug says no more than that, and the bug is logged', async () => {
    const bug = new Error('password is hunter2');
    const { open, faults } = setUp({
      'app.notices': () => {
        throw bug;
      },
    });
    const window = open();
    window.receive(call('app.notices', {}));
    await settle();
    expect(window.messages).toMatchObject([{ result: { ok: false, error: { code: 'internal' } } }]);
    expect(JSON.stringify(window.messages)).not.toContain('hunter2');
    expect(faults).toEqual([{ what: expect.stringContaining('app.notices'), error: bug }]);
  });

  it('whose answer is not as the contract says is a bug too', async () => {
    const { open, faults } = setUp({ 'change.unlock': () => 'soon' as never });
    const window = open();
    window.receive(call('change.unlock', { id }));
    await settle();
    expect(window.messages).toMatchObject([{ result: { ok: false, error: { code: 'internal' } } }]);
    expect(faults).toHaveLength(1);
  });

  it('hears when the window that asked is gone, and is not answered then', async () => {
    const heard: unknown[] = [];
    const { open, callers } = setUp({
      'fleet.probe': (_, { gone }) =>
        new Promise((resolve) => {
          gone.addEventListener('abort', () => {
            heard.push(gone.reason.code);
            resolve(null);
          });
        }),
    });
    const [window, other] = [open(), open()];
    window.receive(call('fleet.probe', {}));
    other.receive(call('fleet.probe', {}));
    await settle();
    window.close();
    window.close();
    await settle();
    expect(heard).toEqual(['cancelled']);
    expect(window.messages).toEqual([]);
    expect(callers.map(({ gone }) => gone.aborted)).toEqual([true, false]);
  });

  it('hears when the window took it back, or is gone, and no other call does', async () => {
    const signals: AbortSignal[] = [];
    const { open } = setUp({
      'fleet.probe': (_, _caller, signal) => {
        signals.push(signal);
        return new Promise(() => {});
      },
    });
    const window = open();
    for (const callId of [1, 2, 3]) window.receive(call('fleet.probe', {}, callId));
    await settle();
    window.receive({ type: 'cancel', id: 2 });
    window.receive({ type: 'cancel', id: 99 });
    expect(signals.map(({ aborted }) => aborted)).toEqual([false, true, false]);
    expect(signals[1]?.reason).toMatchObject({ code: 'cancelled' });
    window.close();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true, true]);
  });

  it('under the number of one that is under way is refused, and that one goes on', async () => {
    const { open } = setUp({ 'fleet.probe': () => new Promise(() => {}) });
    const window = open();
    window.receive(call('fleet.probe', {}));
    window.receive(call('fleet.probe', {}));
    await settle();
    expect(window.messages).toMatchObject([
      {
        id: 1,
        result: {
          ok: false,
          error: { code: 'invalid-input', detail: { kind: 'call-id', name: '1' } },
        },
      },
    ]);
  });

  it('has no effect once the window is closed', async () => {
    let calls = 0;
    const { open } = setUp({
      'fleet.probe': () => {
        calls++;
        return null;
      },
    });
    const window = open();
    window.close();
    window.receive(call('fleet.probe', {}));
    await settle();
    expect(calls).toBe(0);
  });

  it('may be under way 256 times in one window, and another window is not held up', async () => {
    const { open } = setUp({
      'fleet.probe': () => new Promise(() => {}),
      'fleet.visible': () => null,
    });
    const [window, other] = [open(), open()];
    for (let n = 1; n <= 257; n++) window.receive(call('fleet.probe', {}, n));
    other.receive(call('fleet.visible', { visible: true }));
    await settle();
    expect(window.messages).toMatchObject([
      { id: 257, result: { error: { code: 'invalid-input', detail: { limit: 256 } } } },
    ]);
    expect(other.messages).toMatchObject([{ result: { ok: true } }]);
  });
});

describe('a message that is none', () => {
  it.each([
    null,
    'text',
    [],
    { type: 'call' },
    { type: 'call', id: 0, name: 'app.info' },
    { type: 'call', id: 1, name: 'x'.repeat(65), input: {} },
    { type: 'other', id: 1 },
    { type: 'subscribe', id: '1', topic: 'fleet.frames', params: {} },
  ])('is dropped and logged without its content: %j', (message) => {
    const { open, faults } = setUp({});
    const window = open();
    window.receive(message);
    expect(window.messages).toEqual([]);
    expect(faults).toHaveLength(1);
    expect(String(faults[0]?.error)).not.toContain('xxx');
  });
});

describe('a subscription', () => {
  function counting() {
    const listeners = new Set<(value: never) => void>();
    const parts = setUp(
      {},
      {
        'app.notices': (_, publish) => {
          listeners.add(publish);
          return () => listeners.delete(publish);
        },
      },
    );
    const publish = () => {
      for (const listener of [...listeners]) listener([] as never);
    };
    return { ...parts, listeners, publish };
  }
  const subscribe = (subscriptionId: number, topic = 'app.notices', params: unknown = {}) => ({
    type: 'subscribe',
    id: subscriptionId,
    topic,
    params,
  });

  it('receives every value under its id until it is ended', () => {
    const { open, publish, listeners } = counting();
    const window = open();
    window.receive(subscribe(4));
    publish();
    window.receive({ type: 'unsubscribe', id: 4 });
    publish();
    expect(window.messages).toEqual([{ type: 'event', id: 4, value: [] }]);
    expect(listeners.size).toBe(0);
  });

  it('lets out what the contract names, and no value that is not as it says', () => {
    let publish: (value: never) => void = () => undefined;
    const { open, faults } = setUp(
      {},
      {
        'app.notices': (_, next) => {
          publish = next as typeof publish;
          return () => undefined;
        },
      },
    );
    const window = open();
    window.receive(subscribe(1));
    const notice = {
      id: 'a',
      at: 1,
      code: 'storage-failed',
      detail: { case: 'file', path: '/x', reason: 'other', cause: 'EIO' },
    };
    publish([{ ...notice, password: 'hunter2' }] as never);
    publish([{ ...notice, at: 'now' }] as never);
    publish([] as never);
    expect(window.messages).toMatchObject([{ value: [notice] }, { value: [] }]);
    expect(JSON.stringify(window.messages)).not.toContain('hunter2');
    expect(faults).toMatchObject([{ what: expect.stringContaining('app.notices') }]);
  });

  it('ends with its window, and with no other', () => {
    const { open, listeners, publish } = counting();
    const [window, other] = [open(), open()];
    window.receive(subscribe(1));
    window.receive(subscribe(2));
    other.receive(subscribe(1));
    window.close();
    publish();
    expect(listeners.size).toBe(1);
    expect(window.messages).toEqual([]);
    expect(other.messages).toHaveLength(1);
  });

  it('to an unknown topic, with wrong parameters, or under an id in use is refused', () => {
    const { open } = counting();
    const window = open();
    window.receive(subscribe(1, 'no.such'));
    window.receive(subscribe(2, 'toString'));
    window.receive(subscribe(3, 'app.notices', 'x'));
    window.receive(subscribe(4));
    window.receive(subscribe(4));
    expect(window.messages.map(({ id: messageId }) => messageId)).toEqual([1, 2, 3, 4]);
    for (const message of window.messages)
      expect(message).toMatchObject({ result: { error: { code: 'invalid-input' } } });
  });

  it('may be held 64 times by one window', () => {
    const { open, listeners } = counting();
    const window = open();
    for (let n = 1; n <= 65; n++) window.receive(subscribe(n));
    expect(listeners.size).toBe(64);
    expect(window.messages).toMatchObject([{ id: 65, result: { ok: false } }]);
  });
});
