import { describe, expect, it } from 'vitest';
import { connected, createMemoryFleet, profileOf } from '../memory-fleet.ts';

const one = profileOf(1);
const { id } = one;

describe('a link that is still connecting', () => {
  async function hanging() {
    const fleet = createMemoryFleet();
    fleet.proxy(id).silent = true;
    fleet.monitor.setProfiles([one]);
    await fleet.clock.advance(100);
    return { ...fleet, peer: fleet.proxy(id) };
  }

  it('shows that it waits for the answer to the login', async () => {
    const { shown } = await hanging();
    await expect(shown(id)).resolves.toMatchObject({ state: { kind: 'authenticating' } });
  });

  it('is turned off without waiting for the answer, and its association ends in order', async () => {
    const { monitor, clock, peer, shown, kinds } = await hanging();
    await monitor.disconnect(id);
    await expect(shown(id)).resolves.toMatchObject({ state: { kind: 'off' } });
    expect(peer.open.size).toBe(0);
    await clock.advance(120_000);
    expect(peer.opened).toBe(1);
    expect(kinds(id)).toEqual([]);
    expect(clock.timers).toBe(0);
  });

  it('begins again with what is known now, and never has two associations', async () => {
    const { monitor, clock, peer, shown } = await hanging();
    peer.silent = false;
    monitor.reset(id);
    await clock.advance(0);
    expect(peer.opened).toBe(2);
    expect(peer.open.size).toBe(1);
    await expect(shown(id)).resolves.toMatchObject({ state: { kind: 'ready' } });
  });

  it('comes to rest where it was sent last, however often it is switched', async () => {
    const { monitor, clock, peer, shown } = await connected();
    for (let i = 0; i < 5; i++) {
      void monitor.disconnect(id);
      monitor.connect(id);
    }
    await clock.advance(1000);
    await expect(shown(id)).resolves.toMatchObject({ state: { kind: 'ready' } });
    expect(peer.open.size).toBe(1);
    for (let i = 0; i < 5; i++) {
      monitor.connect(id);
      void monitor.disconnect(id);
    }
    await clock.advance(1000);
    await expect(shown(id)).resolves.toMatchObject({ state: { kind: 'off' } });
    expect(peer.open.size).toBe(0);
  });

  it('does nothing on reset when it is off or ready', async () => {
    const { monitor, clock, peer } = await connected();
    monitor.reset(id);
    await clock.advance(1000);
    expect(peer.opened).toBe(1);
    await monitor.disconnect(id);
    monitor.reset(id);
    await clock.advance(1000);
    expect(peer.opened).toBe(1);
  });
});
