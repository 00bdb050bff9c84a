import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { notAdmitted } from '../../shared/ipc/admission.ts';
import { closeCode, openSocket } from '../electron/web/web-client.ts';
import { test as base, expect, firstLine, interrupt, startProgram } from './support/app.ts';
import { violations } from './support/violations.ts';

/** A web shell that has let nobody in yet, and a browser. */
interface WebShell {
  /** With its one-time token. */
  readonly address: string;
  readonly browser: Browser;
}

const test = base.extend<{ shell: WebShell }>({
  shell: async ({ oneChromium }, use, info) => {
    info.skip(info.project.name === 'desktop', 'the desktop shell lets no browser in');
    const directory = await mkdtemp(join(tmpdir(), 'spcp-console-sessions-'));
    const server = startProgram('electron/serve.ts', [
      ...['--port', '0', '--no-open', '--data-dir', directory],
    ]);
    const address = await firstLine(server);
    const browser = await oneChromium();
    try {
      await use({ address, browser });
    } finally {
      for (const context of browser.contexts()) await context.close();
      await interrupt(server);
      await rm(directory, { recursive: true, force: true });
    }
  },
});

const showsTheApp = (page: Page) => expect(page.getByRole('navigation')).toBeVisible();
const heading = (page: Page, name: string) =>
  expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

/** Serves on a port of its own; answers where. */
async function listenWith(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<{ readonly port: number; close(): void }> {
  const other = createServer(answer);
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  return { port: (other.address() as AddressInfo).port, close: () => other.close() };
}

test('a second window gets in by the first, and none once all are closed', async ({
  shell: { address, browser },
}) => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const first = await context.newPage();
  await first.goto(address);
  await showsTheApp(first);
  await expect(first).not.toHaveURL(/token/);
  const second = await context.newPage();
  await second.goto(new URL(address).origin);
  await showsTheApp(second);
  await first.close();
  await second.reload();
  await showsTheApp(second);
  await second.close();
  const late = await context.newPage();
  await late.goto(new URL(address).origin);
  await heading(late, 'This window was not let in yet');
});

test('another program of this machine gets the cookie by a visit, and nothing by the cookie', async ({
  shell: { address, browser },
}) => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(address);
  await showsTheApp(page);
  const seen: string[] = [];
  const program = await listenWith((asked, response) => {
    seen.push(JSON.stringify(asked.headers), asked.url ?? '');
    response.setHeader('Content-Type', 'text/html').end('<p>hello</p>');
  });
  const visit = await context.newPage();
  await visit.goto(`http://127.0.0.1:${program.port}/`);
  program.close();
  const [headers = '{}'] = seen;
  const { cookie } = JSON.parse(headers) as { cookie: string };
  expect(cookie).toContain('spcp-console-');
  await expect.poll(() => visit.evaluate(() => [...Object.entries(sessionStorage)])).toEqual([]);
  const { port, origin } = new URL(address);
  const socket = await openSocket(Number(port), { cookie, origin });
  const closed = closeCode(socket);
  socket.send(JSON.stringify({ type: 'call', id: 1, name: 'profiles.list', input: {} }));
  expect(await closed).toBe(notAdmitted);
});

test('the browsers that were let in are listed, and can be shut out', async ({
  shell: { address, browser },
}) => {
  const own = await browser.newPage({ locale: 'en-GB' });
  await own.goto(`${address}#/settings`);
  const sessions = own
    .getByRole('listitem')
    .filter({ has: own.getByRole('button', { name: /^End/ }) });
  await expect(sessions).toHaveCount(1);
  await expect(sessions).toContainText('this browser');
  await expect(sessions).toContainText('1 window open');
  await own.getByRole('button', { name: /^End the session of/ }).click();
  await heading(own, 'The console lets this browser in by its address');
});

test('a path of another server says that the console does not work there', async ({
  shell: { address, browser },
}) => {
  const target = new URL(address);
  const proxy = await listenWith((asked, response) => {
    const path = (asked.url ?? '').replace(/^\/console/, '') || '/';
    const headers = { ...asked.headers, host: target.host };
    if (!(asked.url ?? '').startsWith('/console')) {
      response.writeHead(404).end('not here');
      return;
    }
    request({ host: '127.0.0.1', port: target.port, path, headers }, (answered) => {
      response.writeHead(answered.statusCode ?? 502, answered.headers);
      answered.pipe(response);
    }).end();
  });
  const page = await browser.newPage({ locale: 'en-GB' });
  await page.goto(`http://127.0.0.1:${proxy.port}/console/${target.search}`);
  await heading(page, 'The console does not work at this address');
  // The cookie was given: the app's page comes, but what belongs to it does not.
  await page.goto(`http://127.0.0.1:${proxy.port}/console`);
  await expect(page.getByText('The app could not be loaded.')).toBeVisible();
  proxy.close();
});

for (const colorScheme of ['light', 'dark'] as const)
  for (const [locale, title] of [
    ['en-GB', 'This address is not good any more'],
    ['es-ES', 'Esta dirección ya no sirve'],
  ] as const)
    test(`the page before the door can be read by all, ${colorScheme}, ${locale}`, async ({
      shell: { address, browser },
    }) => {
      const context = await browser.newContext({ locale, colorScheme });
      const page = await context.newPage();
      await page.goto(address.replace(/token=.*/, 'token=used'));
      await heading(page, title);
      await expect.poll(() => violations(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 480 });
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    });
