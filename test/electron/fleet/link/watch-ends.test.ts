import { describe, expect, it } from 'vitest';
import type { ProxyEvent } from '../../../../shared/model/event.ts';
import { outagesOf, tellsOfReach } from '../../../../shared/report/outages.ts';
import { lengthOf } from '../../../../shared/report/spans.ts';
import { createMemoryFleet, type MemoryFleet, profileOf } from '../memory-fleet.ts';

const one = profileOf(1);
const { id } = one;
const dayMs = 24 * 3_600_000;

/** A proxy that was read and then lost, so that its next attempt waits. */
async function lost(isLocked: () => boolean = () => false) {
  const fleet = createMemoryFleet({ isLocked });
  fleet.monitor.setProfiles([one]);
  await fleet.clock.advance(0);
  const peer = fleet.proxy(id);
  peer.stop();
  await fleet.clock.advance(0);
  await expect(fleet.shown(id)).resolves.toMatchObject({ state: { kind: 'waiting' } });
  return { ...fleet, peer };
}

/** How long it was down by its events in the day from its first on, milliseconds; a console ran all the time. */
function downMs(events: MemoryFleet['events']): number {
  const told = events.map((event, index) => ({ ...event, id: index }) as ProxyEvent);
  const from = told[0]?.at ?? 0;
  const day = { from, to: from + dayMs };
  return lengthOf(outagesOf(told.filter(tellsOfReach), day, [day]).flat());
}

describe('the time in which nobody tries to reach a proxy is not an outage', () => {
  it('where it was told to disconnect while its next attempt waited', async () => {
    const { monitor, events, kinds } = await lost();
    await monitor.disconnect(id);
    expect(kinds(id)).toEqual(['connected', 'disconnected', 'disconnected']);
    expect(events.at(-1)?.detail).toEqual({ code: 'cancelled' });
    expect(downMs(events)).toBeLessThan(60_000);
  });

  it('where it was told to disconnect during an attempt', async () => {
    const { monitor, events, kinds } = await lost();
    monitor.probe();
    await monitor.disconnect(id);
    expect(kinds(id)).toEqual(['connected', 'disconnected', 'disconnected']);
    expect(downMs(events)).toBeLessThan(60_000);
  });

  it('where its profile was removed, or all ends, while it waited', async () => {
    const { monitor, events } = await lost();
    await monitor.close();
    expect(downMs(events)).toBeLessThan(60_000);
  });

  it('where its vault was locked meanwhile, until an attempt fails again', async () => {
    let locked = false;
    const { monitor, clock, events, kinds } = await lost(() => locked);
    locked = true;
    monitor.probe();
    await clock.advance(0);
    expect(kinds(id)).toEqual(['connected', 'disconnected', 'attempt-failed']);
    expect(events.at(-1)?.detail).toEqual({ code: 'vault-locked' });
    expect(downMs(events)).toBeLessThan(60_000);
    await monitor.disconnect(id);
    expect(kinds(id)).toHaveLength(3);
    locked = false;
    monitor.connect(id);
    await clock.advance(0);
    expect(kinds(id).slice(3)).toEqual(['attempt-failed']);
    expect(downMs(events)).toBeGreaterThan(dayMs / 2);
  });

  it('where no password is to be had', async () => {
    const { monitor, clock, passwords, events, kinds } = await lost();
    passwords.set(id, null);
    monitor.probe();
    await clock.advance(0);
    expect(kinds(id)).toEqual(['connected', 'disconnected', 'attempt-failed']);
    await monitor.disconnect(id);
    expect(kinds(id)).toHaveLength(3);
    expect(downMs(events)).toBeLessThan(60_000);
  });

  it('where it was told to disconnect from a session, or before anything failed, which is told once or not at all', async () => {
    const fleet = createMemoryFleet();
    fleet.monitor.setProfiles([one]);
    await fleet.monitor.disconnect(id);
    expect(fleet.kinds(id)).toEqual([]);
    fleet.monitor.connect(id);
    await fleet.clock.advance(0);
    await fleet.monitor.disconnect(id);
    expect(fleet.kinds(id)).toEqual(['connected', 'disconnected']);
    expect(downMs(fleet.events)).toBe(0);
  });

  it('where its profile leads to another place while it waited, which is missed only since it failed there', async () => {
    const { monitor, clock, events, kinds } = await lost();
    monitor.setProfiles([{ ...one, host: 'elsewhere.test' }]);
    expect(kinds(id)).toEqual(['connected', 'disconnected', 'disconnected']);
    await clock.advance(0);
    expect(kinds(id).slice(3)).toEqual(['attempt-failed']);
    expect(downMs(events)).toBeGreaterThan(dayMs / 2);
  });
});
