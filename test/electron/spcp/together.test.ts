import { expect, it } from 'vitest';
import { SpcpClient } from '../../../electron/spcp/client.ts';
import { Session } from '../../../electron/spcp/session.ts';
import type { Framing, Transport } from '../../../electron/transport/transport.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { type Behaviour, hex, scriptedPeer } from '../../support/scripted-peer.ts';
import { admin } from './session-rig.ts';

const login = new Set([0, 1]);

/** Lets anyone in; what else is asked is given, one after the other, to `then`. */
function afterLogin(then: (command: number, peer: Transport) => void): Behaviour {
  return (peer) =>
    peer.onMessage((message) => {
      const command = message[0] ?? 0;
      if (login.has(command)) peer.send(hex('00'));
      else then(command, peer);
    });
}

const value = (command: number): Uint8Array => hex(`00 01 3${command} 00 00`);

/** A client that asks together, logged in to such a peer. */
async function openTogether(behaviour: Behaviour, framing: Framing = 'message') {
  const clock = createManualClock();
  const { transport, far } = scriptedPeer(behaviour, framing);
  /** From now on what is sent does not reach the machine of the peer. */
  const cut = () => Object.assign(transport, { unacknowledged: true });
  const session = new Session(transport, { clock });
  const opened = session.authenticate(admin);
  await clock.advance(50);
  await opened;
  return { clock, session, far, cut, client: new SpcpClient(session, { together: true }) };
}

it('asks the three metrics before any reply has come, and takes the replies in order', async () => {
  const asked: number[] = [];
  const { client, clock } = await openTogether(
    afterLogin((command, peer) => {
      asked.push(command);
      if (command === 4) for (const each of asked) peer.send(value(each));
    }),
  );
  const reading = client.readMetrics();
  await clock.advance(0);
  expect(asked).toEqual([2, 3, 4]);
  await expect(reading).resolves.toMatchObject({
    connections: 2n,
    transferredBytes: 3n,
    accesses: 4n,
  });
  expect(client.refusesTogether).toBeNull();
});

it('asks what comes next only when all three are answered', async () => {
  const asked: number[] = [];
  const { client, clock, far } = await openTogether(afterLogin((command) => asked.push(command)));
  const reading = client.readMetrics();
  const transformation = client.getTransformation();
  await clock.advance(0);
  for (const command of [2, 3]) far.send(value(command));
  await clock.advance(0);
  expect(asked).toEqual([2, 3, 4]);
  far.send(value(4));
  await reading;
  await clock.advance(0);
  expect(asked).toEqual([2, 3, 4, 5]);
  far.send(hex('00 03 63 61 74 00 00'));
  await expect(transformation).resolves.toBe('cat');
});

it('takes a second reply that is late but in time', async () => {
  const { client, clock, far } = await openTogether(afterLogin(() => {}));
  const reading = client.readMetrics();
  await clock.advance(0);
  far.send(value(2));
  await clock.advance(4000);
  for (const command of [3, 4]) far.send(value(command));
  await clock.advance(0);
  await expect(reading).resolves.toMatchObject({ transferredBytes: 3n, roundTripMs: 0 });
});

it.each([
  ['two of three', [2, 3]],
  ['none of the first three', []],
] as const)('says of a proxy that answers %s that it refuses', async (_, answered) => {
  const { client, clock, far } = await openTogether(afterLogin(() => {}));
  const reading = expect(client.readMetrics()).rejects.toMatchObject({
    code: 'reply-timeout',
    detail: { command: answered.length === 0 ? 'concurrentConnections' : 'historicalAccesses' },
  });
  await clock.advance(0);
  for (const command of answered) far.send(value(command));
  await clock.advance(5001);
  await reading;
  expect(client.refusesTogether).toBe('maybe');
});

it('says so of one that ends in order at the second request, and of one that answers with what is no reply', async () => {
  const ends = await openTogether(
    afterLogin((command, peer) => {
      if (command === 2) peer.send(value(2));
      else void peer.close();
    }),
  );
  const lost = expect(ends.client.readMetrics()).rejects.toMatchObject({
    code: 'association-lost',
  });
  await ends.clock.advance(0);
  await lost;
  expect(ends.client.refusesTogether).toBe('maybe');

  const merges = await openTogether(
    afterLogin((command, peer) => {
      if (command === 4) peer.send(hex('00 01 32 09'.concat(' 00'.repeat(2000))));
    }),
  );
  const bad = expect(merges.client.readMetrics()).rejects.toMatchObject({ code: 'protocol-error' });
  await merges.clock.advance(0);
  await bad;
  expect(merges.client.refusesTogether).toBe('surely');
});

it.each([
  ['all three replies', [[2, 3, 4]]],
  ['the first two', [[2, 3], [4]]],
  ['the last two', [[2], [3, 4]]],
])('takes no reading from one that puts %s into one message', async (_, messages) => {
  const { client, clock } = await openTogether(
    afterLogin((command, peer) => {
      if (command !== 4) return;
      for (const merged of messages)
        peer.send(Uint8Array.from(merged.flatMap((each) => [...value(each)])));
    }),
  );
  const reading = expect(client.readMetrics()).rejects.toMatchObject({ code: 'reply-timeout' });
  await clock.advance(5001);
  await reading;
  expect(client.refusesTogether).toBe('maybe');
});

it('says nothing of one that answered before and then fell silent, was aborted, or was left', async () => {
  for (const end of ['silence', 'abort', 'quit'] as const) {
    const { client, clock, far } = await openTogether(afterLogin(() => {}));
    const first = client.readMetrics();
    await clock.advance(0);
    for (const command of [2, 3, 4]) far.send(value(command));
    await first;
    const second = expect(client.readMetrics()).rejects.toMatchObject({
      code: end === 'silence' ? 'reply-timeout' : 'association-lost',
    });
    await clock.advance(0);
    const left = end === 'quit' ? client.quit() : undefined;
    if (end === 'abort') far.abort();
    await clock.advance(5001);
    await second;
    await left;
    expect(client.refusesTogether).toBeNull();
  }
});

it('says nothing of one whose machine did not even take what was asked', async () => {
  const { client, clock, cut } = await openTogether(afterLogin(() => {}));
  cut();
  const reading = expect(client.readMetrics()).rejects.toMatchObject({ code: 'reply-timeout' });
  await clock.advance(5001);
  await reading;
  expect(client.refusesTogether).toBeNull();
});

it('dates the counters in the middle of a round trip, together and one by one', async () => {
  const { client, clock, far } = await openTogether(afterLogin(() => {}));
  const together = client.readMetrics();
  for (const [index, command] of [2, 3, 4].entries()) {
    await clock.advance([400, 0, 30][index] ?? 0);
    far.send(value(command));
    await clock.advance(0);
  }
  // The counters came after 400 ms and were whole 30 ms later.
  expect(await together).toMatchObject({ roundTripMs: 400, ageMs: 230 });
  const inTurn = client.readMetrics({ together: false });
  for (const command of [2, 3, 4]) {
    await clock.advance(100);
    far.send(value(command));
    await clock.advance(0);
  }
  expect(await inTurn).toMatchObject({ roundTripMs: 100, ageMs: 150 });
});

it('takes a reply more than was asked for a fault of the session, as ever', async () => {
  const { client, clock, session } = await openTogether(
    afterLogin((command, peer) => {
      peer.send(value(command));
      if (command === 4) peer.send(value(4));
    }),
  );
  await expect(client.readMetrics()).resolves.toMatchObject({ accesses: 4n });
  await clock.advance(0);
  expect(session.failure).toMatchObject({
    code: 'protocol-error',
    detail: { rule: 'unsolicited' },
  });
});

it('tells of an error STATUS when all are answered, and says that it refuses where it is not to the first', async () => {
  for (const refused of [[2, 3, 4], [3]]) {
    const { client } = await openTogether(
      afterLogin((command, peer) =>
        peer.send(refused.includes(command) ? hex('04') : value(command)),
      ),
    );
    await expect(client.readMetrics()).rejects.toMatchObject({
      code: 'server-error',
      detail: { command: refused.length === 1 ? 'transferredBytes' : 'concurrentConnections' },
    });
    expect(client.refusesTogether).toBe(refused.length === 1 ? 'surely' : null);
    await expect(client.getTransformation()).resolves.toBe('5');
  }
});

it('takes no reply too many of the metrics for the OK to a change', async () => {
  const { client, clock, session } = await openTogether(
    afterLogin((command, peer) => {
      if (command === 4) for (const each of [2, 3, 4, 4]) peer.send(value(each));
    }),
  );
  const reading = client.readMetrics();
  const change = expect(client.setBufferSize(4096)).rejects.toMatchObject({
    code: 'protocol-error',
    detail: { command: 'setBufferSize', rule: 'trailing-bytes' },
  });
  await clock.advance(0);
  await expect(reading).resolves.toMatchObject({ accesses: 4n });
  await change;
  expect(session.failure).toMatchObject({ code: 'protocol-error' });
});

it('asks one by one over a byte stream, whose replies are not told apart by messages', async () => {
  const asked: number[] = [];
  const { client, clock, far } = await openTogether(
    afterLogin((command) => asked.push(command)),
    'stream',
  );
  expect(client.asksTogether).toBe(false);
  const reading = client.readMetrics();
  for (const [index, command] of [2, 3, 4].entries()) {
    await clock.advance(0);
    expect(asked).toEqual([2, 3, 4].slice(0, index + 1));
    far.send(value(command));
  }
  await expect(reading).resolves.toMatchObject({ accesses: 4n });
});
