import { describe, expect, it } from 'vitest';
import { connected, profileOf } from '../memory-fleet.ts';

const { id } = profileOf(1);
const second = 1000;
const hour = 3_600_000;

/** A proxy that moves 500 bytes a second, watched for ten of them. */
async function watched() {
  const fleet = await connected();
  const moving = async (seconds: number): Promise<void> => {
    for (let each = 0; each < seconds; each++) {
      await fleet.clock.advance(second);
      fleet.peer.bytes += 500n;
    }
  };
  await moving(10);
  return { ...fleet, moving };
}

const jumps = [2 * second, -2 * second, 60 * second, -60 * second, hour, -hour, 30 * hour];

describe('a link whose clocks jump', () => {
  it.each(jumps)('keeps no rate across a wall clock that is set by %s ms', async (jump) => {
    const { clock, moving, batches, shown, peer } = await watched();
    const before = batches.flat().length;
    // So much was moved while the machine slept, or nothing was where the clock was set by hand.
    if (jump > 0) peer.bytes += BigInt(jump / 2);
    clock.jumpWall(jump);
    await moving(6);
    const rates = batches.flat().map(({ bytesPerSecond }) => bytesPerSecond);
    const later = rates.slice(before);
    expect(later.length).toBeGreaterThanOrEqual(3);
    // A jump ahead may be a sleep, after which each proxy is called anew: that is a gap of its own.
    const gaps = later.filter((rate) => rate === null).length;
    expect(gaps).toBeGreaterThanOrEqual(1);
    expect(gaps).toBeLessThanOrEqual(jump > 10 * second ? 2 : 1);
    for (const rate of later) if (rate !== null) expect(rate).toBeCloseTo(500);
    expect((await shown(id)).rates.bytesPerSecond).toBeCloseTo(500);
  });

  it.each(jumps)('has its points in the order of time when it is set by %s ms', async (jump) => {
    const { clock, moving, points } = await watched();
    clock.jumpWall(jump);
    await moving(6);
    const { at, bytesPerSecond } = await points(id);
    expect(at.length).toBeGreaterThanOrEqual(4);
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(bytesPerSecond).toContain(null);
  });

  it('keeps no rate across a time in which the process was stopped', async () => {
    const { clock, moving, batches, peer } = await watched();
    const before = batches.flat().length;
    peer.bytes += 3_600_000n;
    clock.stall(hour);
    await moving(6);
    const later = batches
      .flat()
      .slice(before)
      .map(({ bytesPerSecond }) => bytesPerSecond);
    expect(later).toContain(null);
    // None of the thousand a second that were moved meanwhile.
    for (const rate of later) expect(rate ?? 0).toBeLessThan(501);
  });
});
