import type { Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { keepAlive } from '../../../electron/attach/beat.ts';
import { createFramed, type Framed } from '../../../electron/attach/framed.ts';
import { streamPair } from '../../support/stream-pair.ts';

const opened: Socket[] = [];
afterEach(() => {
  for (const socket of opened.splice(0)) socket.destroy();
});

async function setUp(options: Partial<Parameters<typeof createFramed>[1]> = {}) {
  const [near, far] = await streamPair();
  opened.push(near, far);
  const framed = createFramed(near, { longest: 1000, ...options });
  return { framed, near, far };
}

function hear(framed: Framed): unknown[] {
  const heard: unknown[] = [];
  framed.read((message) => heard.push(message));
  return heard;
}

describe('messages over a stream', () => {
  it('arrive whole and in order, however the bytes are cut', async () => {
    const { framed, far } = await setUp();
    const heard = hear(framed);
    const bytes = Buffer.from('{"a":"ñ→"}\n[1]\n"x"\r\n{"b":2}\n');
    for (const byte of bytes) far.write(Buffer.of(byte));
    await expect.poll(() => heard).toEqual([{ a: 'ñ→' }, [1], 'x', { b: 2 }]);
  });

  it('wait while nobody hears them, and the peer with them', async () => {
    const { framed, near, far } = await setUp({ longest: 1_000_000 });
    const line = `"${'x'.repeat(500_000)}"\n`;
    let heard = 0;
    framed.read(() => {
      heard++;
      framed.read(null);
    });
    for (let count = 0; count < 100; count++) far.write(line);
    await expect.poll(() => heard).toBe(1);
    expect(near.isPaused()).toBe(true);
    expect(far.writableLength).toBeGreaterThan(10_000_000);
    framed.read(() => heard++);
    await expect.poll(() => heard).toBe(100);
  });

  it('do not keep the process from its other work, however many come at once', async () => {
    const { framed, far } = await setUp();
    let heard = 0;
    let between = 0;
    framed.read(() => {
      if (heard++ === 0) setImmediate(() => (between = heard));
    });
    far.write('1\n'.repeat(1000));
    await expect.poll(() => heard).toBe(1000);
    expect(between).toBeLessThan(1000);
  });

  it('nor do a few that are long', async () => {
    const { framed, far } = await setUp({ longest: 1_000_000 });
    const long = `"${'x'.repeat(200_000)}"\n`;
    let heard = 0;
    const between: number[] = [];
    framed.read(() => {
      heard++;
      setImmediate(() => between.push(heard));
    });
    far.write(long.repeat(10));
    await expect.poll(() => between.length).toBe(10);
    expect(between).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('wait, and the peer with them, where more bytes come than are read of it, and come whole', async () => {
    const { framed, near, far } = await setUp({ bytes: { burst: 100_000, perSecond: 1 } });
    const heard = hear(framed);
    const line = `"${'x'.repeat(900)}"\n`;
    for (let count = 0; count < 10_000; count++) far.write(line);
    await expect.poll(() => heard.length * line.length).toBeGreaterThan(90_000);
    for (let turn = 0; turn < 100; turn++) await new Promise(setImmediate);
    expect(near.isPaused()).toBe(true);
    expect(heard.length * line.length).toBeLessThan(100_000 + 65_536);
    expect(far.writableLength).toBeGreaterThan(0);
    framed.allow({ longest: 1000, bytes: { burst: 100_000, perSecond: 50_000_000 } });
    await expect.poll(() => heard.length).toBe(10_000);
  });

  it('that were sent before the end arrive, then the end', async () => {
    const { framed, far } = await setUp();
    const other = createFramed(far, { longest: 100_000_000 });
    const heard = hear(other);
    framed.send({ long: 'y'.repeat(5_000_000) });
    framed.send('last');
    framed.end();
    framed.send('never');
    expect(await other.ended).toEqual({ kind: 'closed' });
    expect(heard).toEqual([{ long: 'y'.repeat(5_000_000) }, 'last']);
    expect(await framed.ended).toEqual({ kind: 'ours' });
  });
});

describe('a stream ends with one reason', () => {
  it.each([
    ['a line that is no JSON', 'GET / HTTP/1.1\r\n', { kind: 'garbage' }],
    ['an empty line', '\n', { kind: 'garbage' }],
    ['bytes that are no text', Buffer.of(0xff, 0xfe, 0, 10), { kind: 'garbage' }],
    ['a line that is too long', `"${'x'.repeat(1000)}"\n`, { kind: 'too-long', limit: 1000 }],
    ['a line without an end', 'x'.repeat(1001), { kind: 'too-long', limit: 1000 }],
  ])('at %s', async (_, sent, reason) => {
    const { framed, near, far } = await setUp();
    const heard = hear(framed);
    far.write('"before"\n');
    far.write(sent);
    far.write('"after"\n');
    expect(await framed.ended).toEqual(reason);
    expect(heard).toEqual(['before']);
    expect(near.destroyed).toBe(true);
  });

  it('at half a line', async () => {
    const { framed, far } = await setUp();
    hear(framed);
    far.end('"before"\n{"half":');
    expect(await framed.ended).toEqual({ kind: 'cut' });
  });

  it('at the end of the peer', async () => {
    const { framed, far } = await setUp();
    const heard = hear(framed);
    far.end('"all"\n');
    expect(await framed.ended).toEqual({ kind: 'closed' });
    expect(heard).toEqual(['all']);
  });

  it('at an end that comes while nobody hears', async () => {
    const { framed, far } = await setUp();
    far.destroy();
    framed.read(() => framed.read(null));
    expect((await framed.ended).kind).toMatch(/closed|failed/);
  });

  it('at a failure of the stream, with its name', async () => {
    const { framed, near } = await setUp();
    hear(framed);
    near.destroy(Object.assign(new Error('reset'), { code: 'ECONNRESET' }));
    expect(await framed.ended).toEqual({ kind: 'failed', cause: 'ECONNRESET' });
  });

  it('at more messages than anybody sends who waits for answers', async () => {
    const { framed, far } = await setUp({ burst: 500 });
    const heard = hear(framed);
    for (let count = 0; count < 100; count++) far.write('1\n'.repeat(1000));
    expect(await framed.ended).toEqual({ kind: 'flood' });
    expect(heard.length).toBeGreaterThanOrEqual(500);
    expect(heard.length).toBeLessThan(100_000);
  });

  it('at a peer that never reads', async () => {
    const { framed, far } = await setUp({ maxBehind: 1_000_000 });
    far.pause();
    const line = { x: 'x'.repeat(100_000) };
    for (let count = 0; count < 500; count++) framed.send(line);
    expect(await framed.ended).toEqual({ kind: 'behind', limit: 1_000_000 });
  });

  it('at more bytes that wait, though fewer characters', async () => {
    const { framed } = await setUp({ maxBehind: 1_000_000 });
    framed.send('漢'.repeat(400_000));
    expect(await framed.ended).toEqual({ kind: 'behind', limit: 1_000_000 });
  });

  it('at a peer that is silent, and not at one that only says that it lives', async () => {
    const silent = await setUp();
    hear(silent.framed);
    keepAlive(silent.framed, 20);
    const alive = await setUp();
    const other = createFramed(alive.far, { longest: 1000 });
    for (const framed of [alive.framed, other]) {
      hear(framed);
      keepAlive(framed, 20);
    }
    expect(await silent.framed.ended).toEqual({ kind: 'silent' });
    other.end();
    expect(await alive.framed.ended).toEqual({ kind: 'closed' });
  });
});
