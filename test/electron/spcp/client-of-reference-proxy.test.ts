import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type ReferenceProxy,
  startReferenceProxy,
} from '../../../electron/reference-proxy/reference-proxy.ts';
import { connectClient } from '../../../electron/spcp/client.ts';
import { Session } from '../../../electron/spcp/session.ts';
import { openTransport } from '../../../electron/transport/open.ts';
import { udpTarget } from '../../support/udp-target.ts';

describe.each([false, true])('a client of the reference proxy (quirks: %s)', (quirks) => {
  let proxy: ReferenceProxy;

  beforeAll(async () => {
    proxy = await startReferenceProxy({ name: 'peer', udpPort: 0, quirks });
  });

  afterAll(async () => {
    await proxy.close();
  });

  const connect = async () => (await connectClient(udpTarget(proxy), proxy)).client;

  it('reads the three metrics', async () => {
    const client = await connect();
    await expect(client.readMetrics()).resolves.toMatchObject({
      connections: 0n,
      transferredBytes: 0n,
      accesses: 0n,
      implausible: false,
    });
    await client.quit();
  });

  it('sees no transformation, sets one, reads it back, and switches it off', async () => {
    const client = await connect();
    await expect(client.getTransformation()).resolves.toBeNull();
    await client.setTransformation('cat');
    await expect(client.getTransformation()).resolves.toBe('cat');
    await client.setTransformation(null);
    await expect(client.getTransformation()).resolves.toBeNull();
    await client.quit();
  });

  it('sets the buffer size', async () => {
    const client = await connect();
    for (const bytes of [8192, 512]) {
      await client.setBufferSize(bytes);
      expect(proxy.settings().bufferSize).toBe(bytes);
    }
    await client.quit();
  });

  it('asks many things at once and gets each its own answer', async () => {
    const client = await connect();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        i % 2 ? client.getTransformation() : client.readMetrics(),
      ),
    );
    expect(answers.filter((answer) => answer === null)).toHaveLength(25);
    await client.quit();
  });

  it('quits in order', async () => {
    const client = await connect();
    await client.quit();
    await expect(client.ended).resolves.toMatchObject({
      reason: expect.stringMatching(/^(closed|peer-shutdown)$/),
    });
    expect(client.failure).toBeNull();
  });

  it('is told which of user and password was refused', async () => {
    await expect(
      connectClient(udpTarget(proxy), { user: 'nobody', password: 'x' }),
    ).rejects.toMatchObject({ code: 'login-refused', detail: { step: 'user' } });
    await expect(
      connectClient(udpTarget(proxy), { user: proxy.user, password: 'x' }),
    ).rejects.toMatchObject({ code: 'login-refused', detail: { step: 'password' } });
  });

  it('can log in on the same session after a refused password', async () => {
    const { transport } = await openTransport(udpTarget(proxy));
    const session = new Session(transport);
    await expect(session.authenticate({ user: proxy.user, password: 'x' })).rejects.toMatchObject({
      code: 'login-refused',
    });
    await session.authenticate(proxy);
    await session.quit();
  });
});
