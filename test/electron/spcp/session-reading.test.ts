import { describe, expect, it } from 'vitest';
import { settle } from '../../support/manual-clock.ts';
import {
  type Behaviour,
  endlessData,
  hex,
  loggedIn,
  oneByteAtATime,
} from '../../support/scripted-peer.ts';
import { open, openLoggedIn } from './session-rig.ts';

describe.each(['message', 'stream'] as const)('reading over %s framing', (framing) => {
  it('takes a reply for one although its bytes are those of the request', async () => {
    const { session } = await openLoggedIn(loggedIn([['02 00'], ['03 00']]), framing);
    // An error STATUS with an empty DATA.
    await expect(session.request('concurrentConnections')).rejects.toMatchObject({
      code: 'server-error',
      detail: { status: 'invalidCommand' },
    });
  });

  it('drops two stray bytes after the data, and the next reply is still the right one', async () => {
    const { client, clock } = await openLoggedIn(
      loggedIn([['00 01 30 00 00'], ['00 02 31 32 00 00'], ['00 01 33 00 00']]),
      framing,
    );
    const reading = client.readMetrics();
    await clock.advance(100);
    await expect(reading).resolves.toMatchObject({
      connections: 0n,
      transferredBytes: 12n,
      accesses: 3n,
      implausible: false,
    });
  });

  it('accepts a lone status byte', async () => {
    const { client } = await openLoggedIn(loggedIn([['00']]), framing);
    await expect(client.setBufferSize(4096)).resolves.toBeUndefined();
  });

  it('takes a lone NUL, and no data at all, for no transformation', async () => {
    const { client, clock } = await openLoggedIn(
      loggedIn([['00 01 00 00 00'], ['00 00']]),
      framing,
    );
    await expect(client.getTransformation()).resolves.toBeNull();
    const again = client.getTransformation();
    await clock.advance(100);
    await expect(again).resolves.toBeNull();
  });

  it('answers an error status as an error of the server and goes on', async () => {
    const { client, clock } = await openLoggedIn(loggedIn([['03 00'], ['00 01 61']]), framing);
    await expect(client.setTransformation('cat')).rejects.toMatchObject({
      code: 'server-error',
      detail: { status: 'invalidArguments', command: 'changeTransformation' },
    });
    const next = client.getTransformation();
    await clock.advance(100);
    await expect(next).resolves.toBe('a');
  });

  it('ends the session when a counter is no number', async () => {
    const { client, session } = await openLoggedIn(loggedIn([['00 01 78']]), framing);
    await expect(client.readMetrics()).rejects.toMatchObject({
      code: 'protocol-error',
      detail: { command: 'concurrentConnections', rule: 'not-a-number', bytes: '\\x00\\x01x' },
    });
    await expect(session.ended).resolves.toEqual({ reason: 'closed' });
  });

  it('ends the session on a status that does not exist', async () => {
    const { client } = await openLoggedIn(loggedIn([['48 54 54 50']]), framing);
    await expect(client.getTransformation()).rejects.toMatchObject({
      code: 'protocol-error',
      detail: { rule: 'unknown-status', bytes: 'HTTP' },
    });
    expect(client.failure).toMatchObject({ code: 'protocol-error' });
  });

  it('marks a count of connections below zero as implausible', async () => {
    const { client, clock } = await openLoggedIn(
      loggedIn([['00 02 2d 31 00 00'], ['00 01 30 00 00'], ['00 01 30 00 00']]),
      framing,
    );
    const reading = client.readMetrics();
    await clock.advance(100);
    await expect(reading).resolves.toMatchObject({ connections: -1n, implausible: true });
  });

  it('ends the session when a reply does not come in time, and refuses every later request', async () => {
    const { client, clock, session } = await openLoggedIn(loggedIn([]), framing);
    const asked = expect(client.getTransformation()).rejects.toMatchObject({
      code: 'reply-timeout',
      detail: { command: 'activeTransformation', timeoutMs: 5000 },
    });
    const queued = expect(client.readMetrics()).rejects.toMatchObject({ code: 'reply-timeout' });
    await clock.advance(4999);
    expect(client.failure).toBeNull();
    await clock.advance(1);
    await asked;
    await queued;
    await expect(session.ended).resolves.toEqual({ reason: 'closed' });
    await expect(client.getTransformation()).rejects.toMatchObject({ code: 'reply-timeout' });
    expect(clock.timers).toBe(0);
  });

  it('does not take a late reply for the answer to anything', async () => {
    const { client, clock, far } = await openLoggedIn(loggedIn([]), framing);
    const asked = expect(client.getTransformation()).rejects.toMatchObject({
      code: 'reply-timeout',
    });
    await clock.advance(5000);
    await asked;
    far.send(hex('00 01 61'));
    await settle();
    expect(client.failure).toMatchObject({ code: 'reply-timeout' });
  });

  it('ends the session on a megabyte of reply', async () => {
    const { client } = await openLoggedIn(
      loggedIn([(peer) => peer.send(new Uint8Array(1_048_576))]),
      framing,
    );
    await expect(client.getTransformation()).rejects.toMatchObject({
      code: 'protocol-error',
      detail: { rule: 'trailing-bytes', length: 1_048_576 },
    });
  });

  it('ends the session on endless data', async () => {
    const { session: flooded } = open(endlessData, framing);
    await expect(flooded.ended).resolves.toEqual({ reason: 'closed' });
    expect(flooded.failure).toMatchObject({ code: 'protocol-error' });
  });

  it('says that the association was lost when the peer closes in the middle', async () => {
    const { client, clock } = await openLoggedIn(loggedIn([(peer) => void peer.close()]), framing);
    await expect(client.getTransformation()).rejects.toMatchObject({
      code: 'association-lost',
      detail: { reason: 'peer-shutdown' },
    });
    expect(clock.timers).toBe(0);
  });

  it('says that the association was lost when the peer aborts', async () => {
    const { client } = await openLoggedIn(loggedIn([(peer) => peer.abort()]), framing);
    await expect(client.getTransformation()).rejects.toMatchObject({
      code: 'association-lost',
      detail: { reason: 'peer-abort' },
    });
    await expect(client.getTransformation()).rejects.toMatchObject({ code: 'association-lost' });
  });
});

describe('keeping one request in flight', () => {
  it('sends each request as one message, and the next only after the reply', async () => {
    const requests: Uint8Array[] = [];
    const { client, far } = await openLoggedIn(loggedIn([], requests));
    const first = client.getTransformation();
    const second = client.setBufferSize(512);
    await settle();
    expect(requests.slice(2)).toEqual([hex('05 00')]);
    far.send(hex('00 01 00 00 00'));
    await first;
    await settle();
    expect(requests.slice(3)).toEqual([hex('06 01 03 35 31 32')]);
    far.send(hex('00'));
    await second;
  });

  it('takes a reply to nothing as the end of trust, and ends the session', async () => {
    const { session, far } = await openLoggedIn(loggedIn([]));
    far.send(hex('00'));
    await expect(session.ended).resolves.toEqual({ reason: 'closed' });
    expect(session.failure).toMatchObject({
      code: 'protocol-error',
      detail: { command: null, rule: 'unsolicited' },
    });
  });

  it('ends the session when DATALEN promises more than came', async () => {
    const { client } = await openLoggedIn(loggedIn([['00 05 31']]));
    await expect(client.readMetrics()).rejects.toMatchObject({
      code: 'protocol-error',
      detail: { rule: 'truncated' },
    });
  });

  it('waits for the rest on a stream when DATALEN promises more than came, and times out', async () => {
    const { client, clock } = await openLoggedIn(loggedIn([['00 05 31']]), 'stream');
    const asked = expect(client.readMetrics()).rejects.toMatchObject({ code: 'reply-timeout' });
    await clock.advance(5000);
    await asked;
  });

  it('reads a stream that comes one byte at a time, stray bytes included', async () => {
    const reply = (text: string) => (peer: Parameters<Behaviour>[0]) => oneByteAtATime(peer, text);
    const { client, clock } = await openLoggedIn(
      loggedIn([reply('00 01 30 00 00'), reply('00 02 31 32 00 00'), reply('00 01 33 00 00')]),
      'stream',
    );
    const reading = client.readMetrics();
    await clock.advance(100);
    await expect(reading).resolves.toMatchObject({ transferredBytes: 12n, accesses: 3n });
  });
});
