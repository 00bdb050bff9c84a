import { beforeEach, expect, test, vi } from 'vitest';
import { isAppPage } from '../../../electron/desktop/app-page.ts';
import { carryOverElectron } from '../../../electron/ipc/electron-carrier.ts';
import type { WindowRouter } from '../../../electron/ipc/router.ts';
import type { Bridge, ClientMessage, WindowMessage } from '../../../shared/ipc/wire.ts';
import { contextBridge, ipcMain, ipcRenderer, StubContents } from '../../support/electron-stub.ts';

vi.mock('electron', () => import('../../support/electron-stub.ts'));

interface Seen {
  readonly received: unknown[];
  readonly send: (message: WindowMessage) => void;
  closed: boolean;
}

let windows: Seen[];
let faults: string[];
let contents: StubContents;
let loads = 0;

const router: WindowRouter = {
  connect(send) {
    const seen: Seen = { received: [], send, closed: false };
    windows.push(seen);
    return {
      receive: (message) => seen.received.push(message),
      close: () => {
        seen.closed = true;
      },
    };
  },
};

/** Runs the preload as Electron does for each page that is loaded. */
async function load(page: StubContents): Promise<Bridge> {
  ipcRenderer.removeAllListeners();
  ipcRenderer.contents = page;
  loads++;
  const preload = `../../../electron/preload.ts?load=${loads}`;
  await import(preload);
  return contextBridge.exposed.get('spcpConsole') as Bridge;
}

const call = (id: number): ClientMessage => ({ type: 'call', id, name: 'app.info', input: {} });
const answer = (id: number): WindowMessage => ({ type: 'event', id, value: { n: id } });

beforeEach(() => {
  windows = [];
  faults = [];
  contents = new StubContents();
  ipcMain.removeAllListeners();
  carryOverElectron(
    () => router,
    isAppPage,
    (what, error) => faults.push(`${what}: ${error}`),
  );
});

test('a page is given the bridge of the contract and nothing else', async () => {
  const bridge = await load(contents);
  expect([...contextBridge.exposed.keys()]).toEqual(['spcpConsole']);
  expect(Object.keys(bridge).sort()).toEqual(['onMessage', 'send']);
});

test('what a page sends reaches the router, and what the router sends the one listener', async () => {
  const bridge = await load(contents);
  const heard: WindowMessage[] = [];
  const stop = bridge.onMessage((message) => heard.push(message));
  bridge.send(call(1));
  expect(windows[0]?.received).toEqual([call(1)]);
  windows[0]?.send(answer(1));
  stop();
  windows[0]?.send(answer(2));
  expect(heard).toEqual([answer(1)]);
});

test('a page that is loaded again hears nothing of what the page before it had asked for', async () => {
  await load(contents);
  const again = await load(contents);
  const heard: WindowMessage[] = [];
  again.onMessage((message) => heard.push(message));
  expect(windows.map(({ closed }) => closed)).toEqual([true, false]);
  windows[1]?.send(answer(1));
  expect(heard).toEqual([answer(1)]);
});

test('what is on its way to a page before it was welcomed is not taken for an answer', async () => {
  ipcMain.removeAllListeners();
  const bridge = await load(contents);
  const heard: WindowMessage[] = [];
  bridge.onMessage((message) => heard.push(message));
  contents.send('spcp-console', answer(1));
  expect(heard).toEqual([]);
});

test('moving within the page ends nothing', async () => {
  const bridge = await load(contents);
  contents.emit('did-start-navigation', { isSameDocument: true, isMainFrame: true });
  bridge.send(call(1));
  expect(windows[0]?.received).toEqual([call(1)]);
});

test.each(['destroyed', 'render-process-gone'])(
  'its subscriptions end with the page: %s',
  async (event) => {
    await load(contents);
    contents.emit(event, {}, { reason: 'crashed' });
    expect(windows[0]?.closed).toBe(true);
  },
);

test('a page that was lost and loaded again is heard', async () => {
  await load(contents);
  contents.emit('render-process-gone', {}, { reason: 'crashed' });
  const bridge = await load(contents);
  bridge.send(call(7));
  expect(windows[1]?.received).toEqual([call(7)]);
});

test('nothing is sent to a window that is gone', async () => {
  await load(contents);
  contents.destroy();
  expect(() => windows[0]?.send(answer(1))).not.toThrow();
});

test('a page that is not the app is not heard, and is told to the log', async () => {
  contents.mainFrame.url = 'https://example.com/';
  const bridge = await load(contents);
  bridge.send(call(1));
  expect(windows).toEqual([]);
  expect(faults[0]).toContain('https://example.com/');
});

test('a frame within the page is not heard, even on an address of the app', async () => {
  await load(contents);
  const senderFrame = { url: 'app://console/' };
  ipcMain.emit('spcp-console', { sender: contents, senderFrame }, call(1));
  ipcMain.emit('spcp-console', { sender: contents, senderFrame: null }, call(1));
  expect(windows[0]?.received).toEqual([]);
  expect(faults).toHaveLength(2);
});
