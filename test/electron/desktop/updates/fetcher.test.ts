import { existsSync, readFileSync, statSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { description, newApp, signatureOf, startFeed, stranger, updateFiles } from './feed.ts';
import { openInstalled, whyOf } from './installed-app.ts';

// Its network is Chromium's, which must not be asked.
vi.mock('electron', () => ({
  get session() {
    throw new Error("Chromium's network was asked");
  },
  get net() {
    throw new Error("Chromium's network was asked");
  },
}));
afterEach(() => vi.unstubAllEnvs());

const onLinux = describe.runIf(process.platform === 'linux');

const open = (feed: string, version?: string) => openInstalled(feed, { version });

onLinux('an update', () => {
  it('is found, fetched, compared and put in the place of the app when that ends', async () => {
    const feed = await startFeed(updateFiles('1.1.0'));
    const { fetcher, installed } = await open(feed.url);
    expect(await fetcher.check()).toBe('1.1.0');
    expect(feed.asked).toEqual(['latest-linux.yml', 'latest-linux.yml.sig']);
    const parts: number[] = [];
    await fetcher.download((part) => parts.push(part));
    expect(readFileSync(installed, 'utf8')).toBe('old');
    fetcher.install();
    expect(readFileSync(installed)).toEqual(newApp);
    expect(existsSync(`${installed}.ran`)).toBe(false);
    expect(statSync(installed).mode & 0o777).toBe(0o755);
    expect(parts.every((part) => part >= 0 && part <= 1)).toBe(true);
  });

  it('tells the server no number of this installation', async () => {
    const feed = await startFeed(updateFiles('1.1.0'));
    const { fetcher } = await open(feed.url);
    await fetcher.check();
    await fetcher.download(() => undefined);
    expect(feed.headers.filter((name) => name.startsWith('x-'))).toEqual([]);
  });

  it('is none where the feed names the same version, or an older one', async () => {
    for (const version of ['1.0.0', '0.9.0']) {
      const feed = await startFeed(updateFiles(version));
      const { fetcher } = await open(feed.url);
      expect(await fetcher.check()).toBeNull();
    }
  });
});

onLinux('no update', () => {
  it('comes of a feed that somebody else signed, or nobody, or that was changed since', async () => {
    const text = description('1.1.0');
    const wrong: Record<string, string>[] = [
      { 'latest-linux.yml': text, 'latest-linux.yml.sig': signatureOf(text, stranger) },
      { 'latest-linux.yml': text, 'latest-linux.yml.sig': 'no signature' },
      {
        'latest-linux.yml': text.replace('1.1.0', '1.2.0'),
        'latest-linux.yml.sig': signatureOf(text),
      },
    ];
    for (const files of wrong) {
      const { fetcher } = await open((await startFeed(files)).url);
      expect(await whyOf(fetcher.check())).toBe('signature');
    }
  });

  it('comes of garbage, signed or too long', async () => {
    for (const text of ['{{{{', 'version: x', '- 1\n- 2']) {
      const files = { 'latest-linux.yml': text, 'latest-linux.yml.sig': signatureOf(text) };
      const { fetcher } = await open((await startFeed(files)).url);
      expect(await whyOf(fetcher.check())).toBe('answer');
    }
    const files = { 'latest-linux.yml': 'x'.repeat(200_000), 'latest-linux.yml.sig': 'x' };
    const { fetcher } = await open((await startFeed(files)).url);
    expect(await whyOf(fetcher.check())).toBe('answer');
  });

  it('comes of a feed that is not there', async () => {
    const { fetcher } = await open((await startFeed({})).url);
    expect(await whyOf(fetcher.check())).toBe('unreachable');
  });

  it('comes of a file that is another one than was signed, and the app stays', async () => {
    const feed = await startFeed({ ...updateFiles('1.1.0'), 'console.AppImage': 'something else' });
    const { fetcher, installed } = await open(feed.url);
    await fetcher.check();
    expect(await whyOf(fetcher.download(() => undefined))).toBe('file');
    expect(() => fetcher.install()).toThrow();
    expect(readFileSync(installed, 'utf8')).toBe('old');
  });

  it('comes of a file that is gone', async () => {
    const { 'console.AppImage': _, ...files } = updateFiles('1.1.0');
    const { fetcher } = await open((await startFeed(files)).url);
    await fetcher.check();
    expect(await whyOf(fetcher.download(() => undefined))).toBe('unreachable');
  });
});
