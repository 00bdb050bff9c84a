import { expect, it } from 'vitest';
import { unknownCount as unproven } from '../../../../shared/model/open-count.ts';
import { connected, createMemoryFleet, profileOf } from '../memory-fleet.ts';

const one = profileOf(1);
const { id } = one;

it('asks the metrics together, and says so in the diagnostics', async () => {
  const { monitor } = await connected();
  expect(monitor.diagnostics(id).metrics).toEqual({ asked: 'together' });
  expect(monitor.lastKnown()[0]?.oneByOneSince).toBeNull();
});

it('asks one by one from then on where a proxy did not answer all three, and remembers it', async () => {
  const fleet = createMemoryFleet();
  const { monitor, clock } = fleet;
  const peer = fleet.proxy(id);
  peer.answersOneOfMany = true;
  monitor.setProfiles([one]);
  await clock.advance(7000);
  const since = monitor.lastKnown()[0]?.oneByOneSince;
  expect(since).toBeGreaterThan(clock.wall() - 2000);
  await clock.advance(10_000);
  expect(monitor.stateOf(id)).toBe('ready');
  expect(monitor.diagnostics(id).metrics).toEqual({
    asked: 'one-by-one',
    why: 'unanswered',
    since,
  });
  expect(peer.opened).toBe(2);
  expect(fleet.batches.flat().length).toBeGreaterThan(3);
});

it('asks one by one at once where the last run found that out, until the user ends the session', async () => {
  const known = { metrics: null, transformation: null, openCount: unproven, oneByOneSince: 5 };
  const fleet = createMemoryFleet({ lastKnownOf: () => known });
  const { monitor, clock } = fleet;
  fleet.proxy(id).answersOneOfMany = true;
  monitor.setProfiles([one]);
  await clock.advance(10_000);
  expect(fleet.proxy(id).opened).toBe(1);
  expect(monitor.diagnostics(id).metrics).toMatchObject({ asked: 'one-by-one', since: 5 });

  fleet.proxy(id).answersOneOfMany = false;
  await monitor.disconnect(id);
  monitor.connect(id);
  await clock.advance(0);
  expect(monitor.diagnostics(id).metrics).toEqual({ asked: 'together' });
});

it('goes on asking together where a proxy that answered so is gone or silent for a while', async () => {
  const { monitor, clock, peer } = await connected();
  await clock.advance(3000);
  peer.silent = true;
  await clock.advance(6000);
  expect(monitor.stateOf(id)).not.toBe('ready');
  peer.silent = false;
  await clock.advance(60_000);
  expect(monitor.diagnostics(id).metrics).toEqual({ asked: 'together' });
});

it('takes one group that was cut off for an outage where groups were answered before, and two for what the proxy does', async () => {
  const { monitor, clock, peer } = await connected();
  await clock.advance(3000);
  const cutOff = async (): Promise<void> => {
    peer.told = (name) => {
      if (name === 'concurrentConnections') peer.silent = true;
    };
    await clock.advance(8000);
    expect(monitor.stateOf(id)).not.toBe('ready');
    Object.assign(peer, { told: () => {}, silent: false });
    await clock.advance(60_000);
    expect(monitor.stateOf(id)).toBe('ready');
  };
  await cutOff();
  expect(monitor.diagnostics(id).metrics).toEqual({ asked: 'together' });
  await clock.advance(3_600_000);
  await cutOff();
  expect(monitor.diagnostics(id).metrics).toEqual({ asked: 'together' });
  await cutOff();
  expect(monitor.diagnostics(id).metrics).toMatchObject({ asked: 'one-by-one', why: 'unanswered' });
});

it('finds out also for who asks beside the polls that a proxy answers out of order', async () => {
  const fleet = createMemoryFleet();
  const { monitor, clock } = fleet;
  const right = { connections: 3n, bytes: 50_000n, accesses: 40n };
  Object.assign(fleet.proxy(id), { answersBackwards: true, ...right });
  monitor.setProfiles([one]);
  await clock.advance(0);
  const asked = monitor.read(id);
  await clock.advance(0);
  expect((await asked).reading).toMatchObject({
    connections: 3n,
    transferredBytes: 50_000n,
    accesses: 40n,
  });
});

it('asks together again where the profile leads to another proxy', async () => {
  const known = { metrics: null, transformation: null, openCount: unproven, oneByOneSince: 5 };
  const { monitor, clock } = createMemoryFleet({ lastKnownOf: () => known });
  monitor.setProfiles([one]);
  await clock.advance(0);
  expect(monitor.diagnostics(id).metrics).toMatchObject({ asked: 'one-by-one' });
  monitor.setProfiles([{ ...one, host: 'elsewhere.example' }]);
  await clock.advance(0);
  expect(monitor.diagnostics(id).metrics).toEqual({ asked: 'together' });
});

it('finds out that a proxy answers out of order, takes no such reading, and goes on one by one on the same session', async () => {
  const fleet = createMemoryFleet();
  const { monitor, clock, batches, kinds } = fleet;
  const peer = fleet.proxy(id);
  Object.assign(peer, { answersBackwards: true, connections: 3n, bytes: 50_000n, accesses: 40n });
  monitor.setProfiles([one]);
  await clock.advance(10_000);
  const samples = batches.flat();
  expect(samples.length).toBeGreaterThan(8);
  for (const { connections, transferredBytes, accesses } of samples)
    expect([connections, transferredBytes, accesses]).toEqual([3n, 50_000n, 40n]);
  expect(kinds(id)).toEqual(['connected']);
  expect(peer.opened).toBe(1);
  expect(monitor.diagnostics(id).metrics).toMatchObject({ asked: 'one-by-one', why: 'unanswered' });
});

it.each(['transferredBytes', 'historicalAccesses'])(
  'takes a reading of one moment where the counters begin anew before %s is told, and counts one restart',
  async (metric) => {
    const { monitor, clock, peer, batches, kinds } = await connected();
    Object.assign(peer, { connections: 3n, bytes: 50_000n, accesses: 40n });
    await clock.advance(3000);
    const taken = batches.flat().length;
    peer.told = (name) => {
      if (name === metric) Object.assign(peer, { bytes: 0n, accesses: 0n, told: () => {} });
    };
    await clock.advance(3000);
    const moments = new Set(
      batches
        .flat()
        .slice(taken)
        .map((each) => `${each.transferredBytes} ${each.accesses}`),
    );
    expect(moments).toEqual(new Set(['0 0']));
    expect(kinds(id)).toEqual(['connected', 'restarted']);
    expect(monitor.diagnostics(id).metrics).toEqual({ asked: 'together' });
  },
);
