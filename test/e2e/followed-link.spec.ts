import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, firstLine, interrupt, startProgram, test } from './support/app.ts';

test('the address that the web shell prints can be followed as a link, as in a terminal in a browser', async ({
  oneChromium,
}, info) => {
  test.skip(info.project.name === 'desktop', 'the desktop shell prints no address');
  const directory = await mkdtemp(join(tmpdir(), 'spcp-console-link-'));
  const console = startProgram('electron/serve.ts', [
    ...['--port', '0', '--no-open', '--data-dir', directory],
  ]);
  const address = await firstLine(console);
  const context = await (await oneChromium()).newContext({ locale: 'en-GB' });
  const terminal = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html').end(`<a href="${address}">${address}</a>`);
  });
  try {
    await new Promise<void>((resolve) => terminal.listen(0, '127.0.0.1', resolve));
    // Another site than the console's: `localhost` is not `127.0.0.1` to a browser.
    const page = await context.newPage();
    await page.goto(`http://localhost:${(terminal.address() as AddressInfo).port}/`);
    await page.getByRole('link').click();
    await expect(page.getByRole('navigation')).toBeVisible();
  } finally {
    await context.close();
    terminal.close();
    await interrupt(console);
    await rm(directory, { recursive: true, force: true });
  }
});
