import { describe, expect, it } from 'vitest';
import { createFramed } from '../../../electron/attach/framed.ts';
import { fromCallerOf, longestFromConsole } from '../../../electron/attach/limits.ts';
import { ownWindow } from '../../../electron/core/actor.ts';
import { AppError } from '../../../shared/errors.ts';
import { mostInReport } from '../../../shared/model/report.ts';
import { roles } from '../../../shared/model/roles.ts';
import { ana, call, core, hello, open, setUp } from './peer-rig.ts';

/** Names a caller, and says nothing else. */
const aGroup = expect.stringMatching(/^[0-9a-f-]{36}$/);

describe('the windows of a shell that attached', () => {
  it('share the stream, each with its own numbers, and are who they are there', async () => {
    const { router, callers } = core({
      'app.sessions': (_, { asker }) => [
        { id: asker.session ?? '', label: 'x', from: 'y', at: 0, windows: 1, own: true } as never,
      ],
      'preferences.get': () => {
        throw new AppError('not-found', { case: 'browser-session' });
      },
    });
    const there = await setUp({ router });
    const console = await there.attach();
    const one = open(console.router, {
      ...ownWindow('s1'),
      remote: 'ben@192.0.2.1',
      shell: 'desktop',
    });
    const two = open(console.router, ownWindow('s2'));
    one.receive(call(1, 'app.notices'));
    two.receive(call(1, 'preferences.get'));
    await expect
      .poll(() => [...one.messages, ...two.messages])
      .toMatchObject([
        { type: 'result', id: 1, result: { ok: true, value: [] } },
        { type: 'result', id: 1, result: { ok: false } },
      ]);
    expect(callers.map(({ asker }) => asker)).toEqual([
      { ...ana, session: 's1', remote: 'ben@192.0.2.1', shell: 'desktop', group: aGroup },
      { ...ana, session: 's2', remote: ownWindow().remote, shell: null, group: aGroup },
    ]);
  });

  it('are one caller where they are of one browser, or of one program without any, and another of each stream', async () => {
    const { router, callers } = core();
    for (const upTo of [5, 10]) {
      const { attach } = await setUp({ router });
      const console = await attach();
      for (const session of ['s1', 's1', 's2', null, null])
        open(console.router, ownWindow(session));
      await expect.poll(() => callers.length).toBe(upTo);
    }
    const [a, again, other, program, same, ...there] = callers.map(({ asker }) => asker.group);
    expect([again, same]).toEqual([a, program]);
    expect(new Set([a, other, program, ...there]).size).toBe(6);
  });

  it('are of a version that says neither their shell nor who is one caller with whom, too', async () => {
    const { router, callers } = core();
    const { far, attach } = await setUp({ router });
    await attach();
    const opening = { type: 'open', channel: 1, kind: 'window', session: null, remote: null };
    far.write(`${JSON.stringify({ ...opening, role: 'view' })}\n`);
    far.write(`${JSON.stringify({ ...opening, channel: 2, role: 'view', shell: 'new' })}\n`);
    await expect.poll(() => callers.map(({ asker }) => asker.shell)).toEqual([null, null]);
  });

  it('hear topics until they end them, and are let go one by one', async () => {
    const publishers = new Set<(value: null) => void>();
    const { router, callers } = core(
      {},
      {
        'managed.changed': (_, publish) => {
          publishers.add(publish);
          return () => publishers.delete(publish);
        },
      },
    );
    const console = await (await setUp({ router })).attach();
    const windows = [open(console.router), open(console.router)];
    for (const window of windows)
      window.receive({ type: 'subscribe', id: 3, topic: 'managed.changed', params: {} });
    await expect.poll(() => publishers.size).toBe(2);
    for (const publish of publishers) publish(null);
    const event = { type: 'event', id: 3, value: null };
    await expect.poll(() => windows.map(({ messages }) => messages)).toEqual([[event], [event]]);
    windows[0]?.close();
    await expect.poll(() => publishers.size).toBe(1);
    expect(callers.map(({ gone }) => gone.aborted)).toEqual([true, false]);
    console.close();
    await expect.poll(() => publishers.size).toBe(0);
  });

  it('are answered at once when the console goes, and whatever they ask after that too', async () => {
    const { router } = core({ 'app.notices': () => new Promise(() => undefined) });
    const there = await setUp({ router });
    const console = await there.attach();
    const window = open(console.router);
    window.receive(call(1, 'app.notices'));
    window.receive(call(2, 'app.notices'));
    there.near.destroy();
    await console.ended;
    const gone = { ok: false, error: { code: 'not-connected', detail: { case: 'console' } } };
    expect(window.messages).toMatchObject([
      { id: 1, result: gone },
      { id: 2, result: gone },
    ]);
    window.receive(call(3, 'app.notices'));
    const late = open(console.router);
    late.receive({ type: 'subscribe', id: 1, topic: 'app.notices', params: {} });
    expect(late.messages).toMatchObject([{ id: 1, result: gone }]);
    expect(window.messages).toMatchObject([{}, {}, { id: 3, result: gone }]);
  });

  it.each(roles)('end nobody else by what they send where they may %s', async (role) => {
    const { attach } = await setUp({ asker: () => ({ ...ana, role }) });
    const console = await attach();
    const window = open(console.router);
    window.receive({ type: 'nonsense' });
    window.receive(call(1, 'app.notices', { x: 'x'.repeat(fromCallerOf(role).longest) }));
    window.receive(call(2, 'app.notices'));
    await expect
      .poll(() => window.messages)
      .toMatchObject([
        { id: 1, result: { ok: false, error: { code: 'invalid-input' } } },
        { id: 2, result: { ok: true } },
      ]);
  });

  it.each([
    ['is nested too deeply', () => JSON.parse('['.repeat(100_000) + ']'.repeat(100_000))],
    [
      'is nested more deeply than a stream takes',
      () => JSON.parse('['.repeat(200) + ']'.repeat(200)),
    ],
    ['is no value of JSON', () => ({ a: 1n })],
  ])('are told where what they ask %s, and nobody notices', async (_, input) => {
    const { attach } = await setUp();
    const console = await attach();
    const window = open(console.router);
    const other = open(console.router);
    window.receive(call(1, 'app.notices', input()));
    window.receive({ type: 'subscribe', id: 2, topic: 'app.notices', params: input() });
    const refused = { ok: false, error: { code: 'invalid-input', detail: { rule: 'too_big' } } };
    expect(window.messages).toMatchObject([
      { id: 1, result: refused },
      { id: 2, result: refused },
    ]);
    other.receive(call(1, 'app.notices'));
    await expect.poll(() => other.messages).toMatchObject([{ result: { ok: true } }]);
  });
});

describe('an answer', () => {
  it('of more bytes than a line may have, though of fewer characters, fails alone', async () => {
    // One character of three bytes.
    const text = '漢'.repeat(longestFromConsole / 3);
    const faults: string[] = [];
    const { peer, attach } = await setUp({
      router: {
        connect: (send) => ({
          receive(raw) {
            const { id } = raw as { id: number };
            const value = id === 1 ? text : 'short';
            send({ type: 'result', id, result: { ok: true, value } });
          },
          close: () => undefined,
        }),
      },
      logFault: (what) => void faults.push(what),
    });
    const console = await attach();
    const window = open(console.router);
    window.receive(call(1, 'app.notices'));
    window.receive(call(2, 'app.notices'));
    const ended = peer.ended.then(({ kind }) => kind);
    await expect
      .poll(() => window.messages)
      .toMatchObject([
        { id: 1, result: { ok: false, error: { code: 'internal' } } },
        { id: 2, result: { ok: true, value: 'short' } },
      ]);
    expect(faults).toEqual(['an answer is too long for a stream']);
    console.close();
    expect(await ended).toBe('closed');
  });
});

describe('a peer that was let in', () => {
  it.each([
    ['garbage', 'nonsense\n', 'garbage'],
    ['what is no message', '{"type":"nonsense"}\n', 'garbage'],
    [
      'the number of a window again',
      '{"type":"open","channel":1,"kind":"window","session":null,"remote":null}\n'.repeat(2),
      'garbage',
    ],
    [
      'what is no message of a window, again and again',
      '{"type":"message","channel":1,"message":7}\n'.repeat(20),
      'garbage',
    ],
    ['a greatly nested message', `${'['.repeat(100_000)}${']'.repeat(100_000)}\n`, 'garbage'],
    ['a flood', '{"type":"beat"}\n'.repeat(40_000), 'flood'],
  ])('and sends %s is let go with its windows, and nobody else is', async (_, text, kind) => {
    const { router, callers } = core();
    const bad = await setUp({ router });
    const good = await setUp({ router });
    await bad.attach();
    const console = await good.attach();
    const window = open(console.router);
    bad.far.write(text);
    expect((await bad.peer.ended).kind).toBe(kind);
    window.receive(call(1, 'app.notices'));
    await expect.poll(() => window.messages).toMatchObject([{ result: { ok: true } }]);
    expect(callers.filter(({ gone }) => !gone.aborted)).toHaveLength(1);
  });

  it.each(['view', 'operate'] as const)(
    'may not import where it may only %s, and is let go where it sends as much',
    async (role) => {
      const { router } = core();
      const bad = await setUp({ router, asker: () => ({ ...ana, role }) });
      const good = await setUp({ router });
      await bad.attach();
      const window = open((await good.attach()).router);
      const long = `{"type":"message","channel":1,"message":[${'{},'.repeat(5_000_000)}{}]}\n`;
      bad.far.write(long);
      bad.far.write(long);
      window.receive(call(1, 'app.notices'));
      const { longest } = fromCallerOf(role);
      expect(await bad.peer.ended).toEqual({ kind: 'too-long', limit: longest });
      expect(bad.near.bytesRead).toBeLessThan(2 * longest);
      await expect.poll(() => window.messages).toMatchObject([{ result: { ok: true } }]);
    },
  );

  it('has a report of ten thousand proxies made where it may only look', () => {
    const ids = Array.from({ length: mostInReport }, () => crypto.randomUUID());
    const wanted = { scope: { kind: 'search', search: '漢'.repeat(1000) }, ids, from: 0, to: 1 };
    const text = JSON.stringify({ type: 'subscribe', id: 1, topic: 'report.making', wanted });
    expect(Buffer.byteLength(text)).toBeLessThan(fromCallerOf('view').longest);
  });

  it('may send to a window that was never opened, which goes nowhere', async () => {
    const there = await setUp();
    const console = await there.attach();
    there.far.write(
      `${JSON.stringify({ type: 'message', channel: 7, message: call(1, 'app.notices') })}\n`,
    );
    const window = open(console.router);
    window.receive(call(1, 'app.notices'));
    await expect.poll(() => window.messages).toHaveLength(1);
  });

  it('is let go when it is silent', async () => {
    const { peer, far } = await setUp({ beatMs: 20 });
    const framed = createFramed(far, { longest: 10_000 });
    framed.send(hello);
    framed.read(() => undefined);
    expect(await peer.ended).toEqual({ kind: 'silent' });
  });
});
