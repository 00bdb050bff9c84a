import { describe, expect, it } from 'vitest';
import { checkedRouter } from '../../../../electron/attach/remote/checked-router.ts';
import type { Router } from '../../../../electron/ipc/router.ts';
import type { ServerMessage } from '../../../../shared/ipc/wire.ts';
import { someErrorValue } from '../../../support/facts.ts';
import { openWindow } from './rig.ts';

/** A console that a test plays, which need not keep to the contract. */
function setUp() {
  let send: (message: ServerMessage) => void = () => undefined;
  const there: Router = {
    connect(next) {
      send = next;
      return { receive: () => undefined, close: () => undefined };
    },
  };
  const unread: (readonly string[])[] = [];
  const window = openWindow(checkedRouter(there, '0.9', (topics) => unread.push(topics)));
  return { window, unread, say: (message: unknown) => send(message as ServerMessage) };
}

describe('a topic of another machine’s console', () => {
  it('is not read any more once many of its values were otherwise than agreed', () => {
    const { window, say } = setUp();
    window.receive({ type: 'subscribe', id: 1, topic: 'app.notices', params: {} });
    window.receive({ type: 'subscribe', id: 2, topic: 'app.notices', params: {} });
    for (let count = 0; count < 7; count++) say({ type: 'event', id: 1, value: [[0]] });
    say({ type: 'event', id: 1, value: [] });
    say({ type: 'event', id: 1, value: [[0]] });
    say({ type: 'event', id: 1, value: [] });
    say({ type: 'event', id: 2, value: [] });
    expect(window.messages).toEqual([
      { type: 'event', id: 1, value: [] },
      { type: 'event', id: 2, value: [] },
    ]);
  });
});

describe('a topic that is not read any more', () => {
  const spoil = (say: (message: unknown) => void, id: number) => {
    for (let count = 0; count < 8; count++) say({ type: 'event', id, value: [[0]] });
  };

  it('is told of once, until no window listens to it', () => {
    const { window, say, unread } = setUp();
    window.receive({ type: 'subscribe', id: 1, topic: 'app.notices', params: {} });
    window.receive({ type: 'subscribe', id: 2, topic: 'app.notices', params: {} });
    for (const id of [1, 2]) spoil(say, id);
    spoil(say, 1);
    expect(unread).toEqual([['app.notices'], ['app.notices']]);
    window.receive({ type: 'unsubscribe', id: 1 });
    expect(unread.at(-1)).toEqual(['app.notices']);
    window.close();
    expect(unread.at(-1)).toEqual([]);
  });
});

describe('what another machine’s console answers', () => {
  it('is let through as the contract says it, without what it does not name', () => {
    const { window, say } = setUp();
    const id = window.call('demo.info');
    say({ type: 'result', id, result: { ok: true, value: [], more: 1 } });
    expect(window.messages).toEqual([{ type: 'result', id, result: { ok: true, value: [] } }]);
  });

  it('is an error where it is otherwise, and nothing where nobody asked', () => {
    const { window, say } = setUp();
    const id = window.call('demo.info');
    say({ type: 'result', id, result: { ok: true, value: [{ name: 7 }] } });
    say({ type: 'result', id, result: { ok: true, value: [] } });
    say({ type: 'result', id: 99, result: { ok: true, value: [] } });
    say({ type: 'console', state: 'open' });
    expect(window.messages).toMatchObject([
      {
        id,
        result: { ok: false, error: { code: 'remote-console', detail: { name: 'demo.info' } } },
      },
    ]);
  });

  it('says what an older one does not know, and what a newer one says that is not known here', () => {
    const { window, say } = setUp();
    const id = window.call('demo.info');
    const detail = { case: 'request', kind: 'call', name: 'demo.info' };
    say({
      type: 'result',
      id,
      result: { ok: false, error: { code: 'invalid-input', message: 'x', detail } },
    });
    const other = window.call('demo.info');
    const strange = { code: 'of-tomorrow', message: 'Because.', detail: {} };
    say({ type: 'result', id: other, result: { ok: false, error: strange } });
    const usual = window.call('demo.info');
    const known = someErrorValue('not-found');
    say({ type: 'result', id: usual, result: { ok: false, error: known } });
    expect(window.messages).toMatchObject([
      { result: { error: { code: 'unsupported', detail: { version: '0.9' } } } },
      { result: { error: { code: 'remote-console', detail: { said: 'Because.' } } } },
      { result: { error: { code: 'not-found', detail: known.detail } } },
    ]);
  });

  it('is heard of a topic only as the contract says', () => {
    const { window, say } = setUp();
    window.receive({ type: 'subscribe', id: 5, topic: 'app.heartbeat', params: {} });
    say({ type: 'event', id: 5, value: { at: 'now' } });
    say({ type: 'event', id: 5, value: { at: 7 } });
    say({ type: 'event', id: 6, value: { at: 7 } });
    window.receive({ type: 'unsubscribe', id: 5 });
    say({ type: 'event', id: 5, value: { at: 8 } });
    expect(window.messages).toEqual([{ type: 'event', id: 5, value: { at: 7 } }]);
  });
});
