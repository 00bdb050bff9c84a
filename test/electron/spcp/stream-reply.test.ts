import { describe, expect, it } from 'vitest';
import { SpcpClient } from '../../../electron/spcp/client.ts';
import { Session } from '../../../electron/spcp/session.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { loggedIn, scriptedPeer } from '../../support/scripted-peer.ts';

async function openOnStream(replies: string[][]) {
  const clock = createManualClock();
  const { transport } = scriptedPeer(loggedIn(replies), 'stream');
  const session = new Session(transport, { clock });
  const login = session.authenticate({ user: 'admin', password: 'secret' });
  await clock.advance(50);
  await login;
  return { clock, client: new SpcpClient(session) };
}

describe('a lone OK on a stream, where a reply without data may be the STATUS alone (report 1.1.4)', () => {
  it('is no transformation once nothing more came for a while, and the session goes on', async () => {
    const { clock, client } = await openOnStream([['00'], ['00 01 61']]);
    const first = client.getTransformation();
    await clock.advance(600);
    await expect(first).resolves.toBeNull();
    const second = client.getTransformation();
    await clock.advance(50);
    await expect(second).resolves.toBe('a');
  });

  it('is the beginning of a transformation whose rest comes after it', async () => {
    const { clock, client } = await openOnStream([['00', '02', '61 62']]);
    const text = client.getTransformation();
    await clock.advance(50);
    await expect(text).resolves.toBe('ab');
  });

  it('is no counter, which always has data', async () => {
    const { clock, client } = await openOnStream([['00']]);
    const reading = client.readMetrics();
    const failed = expect(reading).rejects.toMatchObject({ code: 'reply-timeout' });
    await clock.advance(5000);
    await failed;
  });
});
