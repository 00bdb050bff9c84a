import { describe, expect, it } from 'vitest';
import { openSocketBridge, type Socket } from '../../../renderer/api/bridge.ts';
import type { ServerMessage } from '../../../shared/ipc/wire.ts';

/** Sockets that the test opens, closes and reads by hand, and delays that it lets pass. */
function setUp() {
  const sockets: (Socket & { readonly sent: string[] })[] = [];
  const delays: { readonly ms: number; readonly task: () => void }[] = [];
  const bridge = openSocketBridge(
    () => {
      const sent: string[] = [];
      const socket = {
        onopen: null,
        onclose: null,
        onmessage: null,
        sent,
        send: (text: string) => void sent.push(text),
      };
      sockets.push(socket);
      return socket;
    },
    (ms, task) => delays.push({ ms, task }),
  );
  const last = () => {
    const socket = sockets.at(-1);
    if (socket === undefined) throw new Error('no socket was opened');
    return socket;
  };
  return { bridge, sockets, delays, last };
}

const call = { type: 'call', id: 1, name: 'app.info', input: {} } as const;

describe('the bridge to the console', () => {
  it('carries messages as JSON, both ways, while it is open', () => {
    const { bridge, last } = setUp();
    const heard: ServerMessage[] = [];
    bridge.onMessage((message) => heard.push(message));
    expect(bridge.state.get()).toBe('connecting');
    bridge.send(call);
    last().onopen?.();
    expect(bridge.state.get()).toBe('open');
    bridge.send(call);
    expect(last().sent).toEqual([JSON.stringify(call)]);
    last().onmessage?.({ data: '{"type":"event","id":3,"value":7}' });
    expect(heard).toEqual([{ type: 'event', id: 3, value: 7 }]);
  });

  it('opens another socket when it closes, later each time, and soon again once it was open', () => {
    const { bridge, sockets, delays, last } = setUp();
    for (let i = 0; i < 6; i++) {
      last().onclose?.();
      expect(bridge.state.get()).toBe('lost');
      delays.at(-1)?.task();
    }
    expect(delays.map(({ ms }) => ms)).toEqual([500, 1000, 2000, 4000, 5000, 5000]);
    expect(sockets).toHaveLength(7);
    last().onopen?.();
    expect(bridge.state.get()).toBe('open');
    last().onclose?.();
    expect(delays.at(-1)?.ms).toBe(500);
  });

  it('drops what is sent while there is no socket', () => {
    const { bridge, delays, last } = setUp();
    last().onopen?.();
    const first = last();
    first.onclose?.();
    bridge.send(call);
    delays.at(-1)?.task();
    last().onopen?.();
    expect(first.sent).toEqual([]);
    expect(last().sent).toEqual([]);
  });

  it('tells nobody who left', () => {
    const { bridge, last } = setUp();
    let heard = 0;
    const stop = bridge.onMessage(() => heard++);
    last().onopen?.();
    stop();
    last().onmessage?.({ data: '{"type":"event","id":3,"value":7}' });
    expect(heard).toBe(0);
  });
});
