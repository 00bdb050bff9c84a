import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { temporaryDirectory } from '../../store/temporary-directory.ts';
import { description, newApp, signatureOf, startFeed, updateFiles } from './feed.ts';
import { openInstalled, whyOf } from './installed-app.ts';

vi.mock('electron', () => ({}));
afterEach(() => vi.unstubAllEnvs());

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A feed whose description is right, and whose package is answered so. */
function servePackage(answer: RequestListener): Promise<string> {
  const files = updateFiles('1.1.0');
  return serve((request, response) => {
    const path = (request.url ?? '').slice(1);
    const content = path.includes('.yml') ? files[path] : undefined;
    if (content === undefined) answer(request, response);
    else response.end(content);
  });
}

/** Writes until nobody takes it any more; resolves then. */
function endless(response: ServerResponse): Promise<void> {
  const chunk = Buffer.alloc(1 << 16, 97);
  return new Promise((resolve) => {
    response.on('close', resolve);
    const write = (): void => {
      if (!response.destroyed) response.write(chunk, () => setImmediate(write));
    };
    write();
  });
}

describe.runIf(process.platform === 'linux')('a feed that means ill', () => {
  it('is no longer listened to once it says more than it should, and its connection ends', async () => {
    let closed: Promise<void> | null = null;
    const url = await serve((_request, response) => {
      closed = endless(response);
    });
    const { fetcher } = await openInstalled(url);
    expect(await whyOf(fetcher.check())).toBe('answer');
    await closed;
  });

  it('is no longer read once a package is longer than was signed', async () => {
    let closed: Promise<void> | null = null;
    const url = await servePackage((_request, response) => {
      closed = endless(response);
    });
    const { fetcher } = await openInstalled(url);
    await fetcher.check();
    expect(await whyOf(fetcher.download(() => undefined))).toBe('file');
    await closed;
  });

  it('is refused where it signs no size, another kind of package, or one that lies elsewhere', async () => {
    const right = description('1.1.0');
    const wrong = [
      right.replace(/ +size: \d+\n/, ''),
      right.replaceAll('console.AppImage', 'console.tar.gz'),
      right.replaceAll('console.AppImage', '../console.AppImage'),
      right.replaceAll('console.AppImage', 'https://other.example/console.AppImage'),
    ];
    for (const text of wrong) {
      const feed = await startFeed({
        'latest-linux.yml': text,
        'latest-linux.yml.sig': signatureOf(text),
      });
      const { fetcher } = await openInstalled(feed.url);
      expect(await whyOf(fetcher.check())).toBe('answer');
    }
  });

  it('cannot pass off what was signed for another system', async () => {
    const text = description('1.1.0');
    const signature = signatureOf(text, undefined, 'latest-linux-arm64.yml');
    const feed = await startFeed({ 'latest-linux.yml': text, 'latest-linux.yml.sig': signature });
    const { fetcher } = await openInstalled(feed.url);
    expect(await whyOf(fetcher.check())).toBe('signature');
  });

  it('cannot send the app to another server, nor around for ever', async () => {
    const other = await startFeed(updateFiles('1.1.0'));
    const away = await serve((request, response) => {
      response.writeHead(302, { location: `${other.url}${request.url}` }).end();
    });
    const { fetcher } = await openInstalled(away);
    expect(await whyOf(fetcher.check())).toBe('unreachable');
    expect(other.asked).toEqual([]);

    let asked = 0;
    const round = await servePackage((_request, response) => {
      asked += 1;
      response.writeHead(302, { location: `/console.AppImage?${asked}` }).end();
    });
    const { fetcher: second } = await openInstalled(round);
    await second.check();
    expect(await whyOf(second.download(() => undefined))).toBe('unreachable');
    expect(asked).toBe(6);
  });

  it('is hung up on when the check is given up, and asked nothing more', async () => {
    const asked: string[] = [];
    let onAsked = (): void => undefined;
    const first = new Promise<void>((resolve) => {
      onAsked = resolve;
    });
    let onClosed = (): void => undefined;
    const closed = new Promise<void>((resolve) => {
      onClosed = resolve;
    });
    const url = await serve((request, response) => {
      asked.push(request.url ?? '');
      response.on('close', onClosed);
      onAsked();
    });
    const { fetcher } = await openInstalled(url);
    const checked = whyOf(fetcher.check());
    await first;
    fetcher.cancel();
    await closed;
    expect(await checked).toBe('unreachable');
    expect(asked).toEqual(['/latest-linux.yml']);
  });

  it('is asked for the package again at once after that was given up', async () => {
    let isSlow = true;
    let onBegun = (): void => undefined;
    const begun = new Promise<void>((resolve) => {
      onBegun = resolve;
    });
    const url = await servePackage((_request, response) => {
      if (isSlow) response.write('x', () => onBegun());
      else response.end(newApp);
    });
    const { fetcher, installed } = await openInstalled(url);
    await fetcher.check();
    const first = whyOf(fetcher.download(() => undefined));
    await begun;
    fetcher.cancel();
    isSlow = false;
    expect(await whyOf(fetcher.download(() => undefined))).toBe('nothing is wrong');
    expect(await first).not.toBe('nothing is wrong');
    fetcher.install();
    expect(readFileSync(installed)).toEqual(newApp);
  });
});

describe.runIf(process.platform === 'linux')('an update on a disk that means ill', () => {
  it('writes nowhere that a link leads, and takes no link for its directory', async () => {
    const precious = temporaryDirectory();
    writeFileSync(join(precious, 'kept'), 'kept');
    mkdirSync(join(precious, 'pending'));
    writeFileSync(join(precious, 'pending', 'kept'), 'kept');
    const feed = await startFeed(updateFiles('1.1.0'));
    const { fetcher } = await openInstalled(feed.url, {
      prepare: (directory) => {
        mkdirSync(join(directory, 'updates'));
        symlinkSync(join(precious, 'kept'), join(directory, 'updates', 'app-update.yml'));
        symlinkSync(precious, join(directory, 'updates', 'fetched'));
      },
    });
    await fetcher.check();
    await fetcher.download(() => undefined);
    expect(readFileSync(join(precious, 'kept'), 'utf8')).toBe('kept');
    expect(readdirSync(join(precious, 'pending'))).toEqual(['kept']);

    const link = (directory: string) => symlinkSync(precious, join(directory, 'updates'));
    const file = (directory: string) => writeFileSync(join(directory, 'updates'), '');
    for (const prepare of [link, file]) {
      expect(await whyOf(openInstalled(feed.url, { prepare }))).toBe('disk');
    }
    expect(readdirSync(precious).sort()).toEqual(['kept', 'pending']);
  });

  it('is not installed where what was fetched is another file by then, and the app stays', async () => {
    const feed = await startFeed(updateFiles('1.1.0'));
    const { fetcher, installed, directory } = await openInstalled(feed.url);
    await fetcher.check();
    await fetcher.download(() => undefined);
    const fetched = join(directory, 'updates', 'fetched', 'pending', 'console.AppImage');
    expect(existsSync(fetched)).toBe(true);
    writeFileSync(fetched, 'something else');
    expect(() => fetcher.install()).toThrow();
    expect(readFileSync(installed, 'utf8')).toBe('old');
    expect(readdirSync(directory).sort()).toEqual(['Console.AppImage', 'updates']);
  });

  it('is installed without any program of the system, under the name that the app has, where a link leads to it too', async () => {
    const feed = await startFeed(updateFiles('1.1.0'));
    const { fetcher, installed, directory } = await openInstalled(feed.url);
    const link = join(directory, 'link');
    symlinkSync(installed, link);
    vi.stubEnv('APPIMAGE', link);
    vi.stubEnv('PATH', '');
    chmodSync(installed, 0o700);
    await fetcher.check();
    await fetcher.download(() => undefined);
    fetcher.install();
    expect(readFileSync(installed)).toEqual(newApp);
    expect(readFileSync(link)).toEqual(newApp);
    expect(readdirSync(directory).sort()).toEqual(['Console.AppImage', 'link', 'updates']);
  });
});
