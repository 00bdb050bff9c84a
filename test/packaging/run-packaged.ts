import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Bridge } from '../../shared/ipc/wire.ts';
import {
  app,
  BrowserWindow,
  contextBridge,
  ipcRenderer,
  protocol,
} from '../support/electron-stub.ts';

/**
 * Starts the app that was taken out of its archive on the stub, with its demo fleet and the arguments behind the folder; loads its page and
 * its preload, waits until a proxy was polled, ends it, and prints what was seen as JSON.
 */
const [unpacked = '', ...args] = process.argv.slice(2);
app.isPackaged = true;
app.getAppPath = () => unpacked;
app.once('exit', (exitCode: number) => process.exit(exitCode));
process.argv = ['spcp-console', ...args];
await import(join(unpacked, 'out/main/main.js'));

const opened = await new Promise<BrowserWindow>((resolve) => {
  const look = () => {
    const [first] = BrowserWindow.opened;
    if (first?.loaded === undefined) setTimeout(look, 20);
    else resolve(first);
  };
  look();
});
const serve = protocol.handlers.get('app');
if (serve === undefined) throw new Error('nobody serves the page');
const page = await serve({ url: opened.loaded ?? '', method: 'GET' } as Request);
const script = /src="\.\/([^"]+\.js)"/.exec(await page.text())?.[1] ?? 'none';
const code = await serve({ url: `app://console/${script}`, method: 'GET' } as Request);

ipcRenderer.contents = opened.webContents;
createRequire(import.meta.url)(join(unpacked, 'out/preload/preload.cjs'));
const bridge = contextBridge.exposed.get('spcpConsole') as Bridge;
const reading = await new Promise<string>((resolve) => {
  bridge.onMessage((message) => {
    const text = JSON.stringify(message);
    if (message.type === 'event' && /"accesses":"\d+"/.test(text)) resolve(text);
  });
  bridge.send({ type: 'subscribe', id: 1, topic: 'fleet.frames', params: {} });
});
const seen = { page: page.status, script: code.status, ready: reading.includes('"kind":"ready"') };
process.stdout.write(`${JSON.stringify(seen)}\n`, () => app.quit());
