import { describe, expect, it } from 'vitest';
import { openSocketBridge, type Socket } from '../../../renderer/api/bridge.ts';
import { notAdmitted } from '../../../shared/ipc/admission.ts';
import type { WindowMessage } from '../../../shared/ipc/wire.ts';
import { settle } from '../../support/manual-clock.ts';

/** Sockets that the test opens, closes and reads by hand, and delays that it lets pass. */
async function setUp(found: readonly (string | null)[] = ['k']) {
  const sockets: (Socket & { readonly sent: string[]; readonly closed: boolean })[] = [];
  const delays: { readonly ms: number; readonly task: () => void }[] = [];
  /** When a socket that is not open is given up. */
  const openings: { readonly ms: number; readonly task: () => void }[] = [];
  const keys = [...found];
  const refused: string[] = [];
  let left = 0;
  const bridge = openSocketBridge({
    open: () => {
      const sent: string[] = [];
      const socket = {
        onopen: null,
        onclose: null,
        onmessage: null,
        sent,
        send: (text: string) => void sent.push(text),
        closed: false,
        close: () => {
          socket.closed = true;
        },
      };
      sockets.push(socket);
      return socket;
    },
    keys: {
      find: () => Promise.resolve((keys.length > 1 ? keys.shift() : keys[0]) ?? null),
      refused: (key) => refused.push(key),
    },
    leave: () => left++,
    delay: (ms, task) => (ms === openMs ? openings : delays).push({ ms, task }),
  });
  const last = () => {
    const socket = sockets.at(-1);
    if (socket === undefined) throw new Error('no socket was opened');
    return socket;
  };
  /** Lets the time pass until the next socket, and the key be found. */
  const retry = async () => {
    delays.at(-1)?.task();
    await settle();
  };
  await settle();
  return { bridge, sockets, delays, openings, last, retry, refused, left: () => left };
}

const openMs = 5000;
const shownKey = JSON.stringify({ type: 'key', key: 'k' });
const call = { type: 'call', id: 1, name: 'app.info', input: {} } as const;

describe('the bridge to the console', () => {
  it('carries messages as JSON, both ways, while it is open', async () => {
    const { bridge, last } = await setUp();
    const heard: WindowMessage[] = [];
    bridge.onMessage((message) => heard.push(message));
    expect(bridge.state.get()).toBe('connecting');
    bridge.send(call);
    last().onopen?.();
    expect(bridge.state.get()).toBe('open');
    bridge.send(call);
    expect(last().sent).toEqual([shownKey, JSON.stringify(call)]);
    last().onmessage?.({ data: '{"type":"event","id":3,"value":7}' });
    expect(heard).toEqual([{ type: 'event', id: 3, value: 7 }]);
  });

  it('opens another socket when it closes, later each time, and soon again once it was open', async () => {
    const { bridge, sockets, delays, last, retry } = await setUp();
    for (let i = 0; i < 6; i++) {
      last().onclose?.({ code: 1006 });
      expect(bridge.state.get()).toBe('lost');
      await retry();
    }
    expect(delays.map(({ ms }) => ms)).toEqual([500, 1000, 2000, 2000, 2000, 2000]);
    expect(sockets).toHaveLength(7);
    last().onopen?.();
    expect(bridge.state.get()).toBe('open');
    last().onclose?.({ code: 1006 });
    expect(delays.at(-1)?.ms).toBe(500);
  });

  it('drops what is sent while there is no socket', async () => {
    const { bridge, last, retry } = await setUp();
    last().onopen?.();
    const first = last();
    first.onclose?.({ code: 1006 });
    bridge.send(call);
    await retry();
    last().onopen?.();
    expect(first.sent).toEqual([shownKey]);
    expect(last().sent).toEqual([shownKey]);
  });

  it('tells nobody who left', async () => {
    const { bridge, last } = await setUp();
    let heard = 0;
    const stop = bridge.onMessage(() => heard++);
    last().onopen?.();
    stop();
    last().onmessage?.({ data: '{"type":"event","id":3,"value":7}' });
    expect(heard).toBe(0);
  });

  it('shows another key when one is refused, and leaves the page where there is none', async () => {
    const { sockets, last, retry, refused, left } = await setUp(['old', 'new', null]);
    last().onopen?.();
    last().onclose?.({ code: notAdmitted });
    expect(refused).toEqual(['old']);
    await retry();
    last().onopen?.();
    expect(last().sent).toEqual([JSON.stringify({ type: 'key', key: 'new' })]);
    last().onclose?.({ code: 1006 });
    expect(refused).toEqual(['old']);
    expect(left()).toBe(0);
    await retry();
    expect(left()).toBe(1);
    expect(sockets).toHaveLength(2);
  });

  it('gives up a socket that is mute, hears nothing of it any more, and opens another', async () => {
    const { bridge, sockets, last, retry } = await setUp();
    const heard: WindowMessage[] = [];
    bridge.onMessage((message) => heard.push(message));
    const mute = last();
    mute.onopen?.();
    const late = mute.onmessage;
    bridge.reopen();
    expect(mute.closed).toBe(true);
    expect(bridge.state.get()).toBe('lost');
    expect(mute.onmessage).toBeNull();
    expect(late).not.toBeNull();
    await retry();
    expect(sockets).toHaveLength(2);
    last().onopen?.();
    expect(bridge.state.get()).toBe('open');
  });

  it('gives up a socket that does not open in time, and none that did', async () => {
    const { sockets, openings, last, retry } = await setUp();
    openings[0]?.task();
    expect(last().closed).toBe(true);
    await retry();
    expect(sockets).toHaveLength(2);
    last().onopen?.();
    openings[1]?.task();
    openings[0]?.task();
    expect(last().closed).toBe(false);
  });
});
