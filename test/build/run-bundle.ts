import { join } from 'node:path';
import { app, BrowserWindow, protocol } from '../support/electron-stub.ts';

/** Starts the built desktop app on the stub, loads its page, ends it, and prints what was seen as JSON. */
const [built = '', dataDirectory = ''] = process.argv.slice(2);
/** With which codes threads ended. */
const threads: number[] = [];
process.on('worker', (worker) => worker.once('exit', (code) => threads.push(code)));
// The app gives itself five seconds for its goodbye, which a busy machine may need for less than that: here it takes what it takes.
const { setTimeout: after } = globalThis;
globalThis.setTimeout = ((task: () => void, ms = 0, ...rest: []) =>
  after(task, ms === 5000 ? ms * 100 : ms, ...rest)) as typeof setTimeout;
app.getAppPath = () => built;
process.argv = ['electron', built, '--data-dir', dataDirectory];
await import(join(built, 'out/main/main.js'));

const opened = await new Promise<BrowserWindow>((resolve) => {
  app.once('web-contents-created', () => {
    setImmediate(() => resolve(BrowserWindow.opened[0] as BrowserWindow));
  });
});
const serve = protocol.handlers.get('app');
if (serve === undefined) throw new Error('nobody serves the page');
const page = await serve({ url: opened.loaded ?? '', method: 'GET' } as Request);
const html = await page.text();
const script = /src="\.\/([^"]+\.js)"/.exec(html)?.[1] ?? 'none';
const code = await serve({ url: `app://console/${script}`, method: 'GET' } as Request);
app.once('exit', (exitCode: number) => {
  const seen = {
    loaded: opened.loaded,
    preload: opened.options.webPreferences.preload,
    page: page.status,
    inlineScript: /<script(?![^>]*\ssrc=)/.test(html),
    script: code.status,
    threads,
    exitCode,
  };
  process.stdout.write(`${JSON.stringify(seen)}\n`);
  process.exit(exitCode);
});
app.quit();
