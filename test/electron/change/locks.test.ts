import { describe, expect, it } from 'vitest';
import { createLocks, unlockedMs } from '../../../electron/change/locks.ts';
import { profileSchema } from '../../../shared/model/profile.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { usualTeeth } from '../../support/usual-teeth.ts';

const id = '0b0f2f4e-8a53-4f0e-9d0c-0d1f6f2f7a01';
const other = '0b0f2f4e-8a53-4f0e-9d0c-0d1f6f2f7a02';
const profile = profileSchema.parse({
  id,
  name: 'Madrid',
  host: 'a.example',
  user: 'u',
  environment: 'production',
});

function setUp() {
  const clock = createManualClock();
  const now = { who: 'ana' };
  const locks = createLocks(clock, usualTeeth, () => now.who);
  const told: string[][] = [];
  locks.listen((unlocked) => told.push(unlocked.map((one) => one.id)));
  const isLocked = () => {
    try {
      locks.requireChangeable(profile, 'Madrid');
      return false;
    } catch {
      return true;
    }
  };
  return { clock, locks, told, isLocked, now };
}

describe('a lock', () => {
  it('tells everybody that it was opened and closed, by hand and by time', async () => {
    const { clock, locks, told } = setUp();
    locks.unlock(id);
    locks.unlock(other);
    locks.lock(id);
    locks.lock(id);
    expect(told).toEqual([[id], [id, other], [other]]);
    await clock.advance(unlockedMs - 1);
    expect(told.at(-1)).toEqual([other]);
    await clock.advance(1);
    expect(told.at(-1)).toEqual([]);
    expect(clock.timers).toBe(0);
  });

  it('says how much is left, and again every few seconds', async () => {
    const { clock, locks, told } = setUp();
    locks.unlock(id);
    expect(locks.list()).toEqual([{ id, leftMs: unlockedMs }]);
    await clock.advance(60_000);
    expect(locks.list()).toEqual([{ id, leftMs: unlockedMs - 60_000 }]);
    expect(told.length).toBeGreaterThan(10);
  });

  it('does not stay open longer because the clock was set back', async () => {
    const { clock, locks, isLocked } = setUp();
    locks.unlock(id);
    clock.jumpWall(-3_600_000);
    await clock.advance(unlockedMs - 1);
    expect(isLocked()).toBe(false);
    await clock.advance(1);
    expect(isLocked()).toBe(true);
    expect(locks.list()).toEqual([]);
  });

  it('is closed after a sleep of the machine, for which timers stand still', async () => {
    const { clock, locks, told, isLocked } = setUp();
    locks.unlock(id);
    clock.jumpWall(unlockedMs);
    expect(isLocked()).toBe(true);
    await clock.advance(5000);
    expect(told.at(-1)).toEqual([]);
  });

  it('is open for who opened it, and for nobody else', async () => {
    const { clock, locks, told, isLocked, now } = setUp();
    locks.unlock(id);
    now.who = 'ben';
    const heard: string[][] = [];
    locks.listen((unlocked) => heard.push(unlocked.map((one) => one.id)));
    expect([isLocked(), locks.list()]).toEqual([true, []]);
    expect(() => locks.requireDeed([profile], ['Madrid'])).toThrow();
    locks.unlock(other);
    locks.lock(id);
    expect(heard.at(-1)).toEqual([other]);
    now.who = 'ana';
    expect(isLocked()).toBe(false);
    expect(told.at(-1)).toEqual([id]);
    locks.unlock(other);
    locks.settle((found) => (found === other ? undefined : profile));
    expect([told.at(-1), heard.at(-1)]).toEqual([[id], []]);
    await clock.advance(unlockedMs);
    expect([told.at(-1), isLocked(), clock.timers]).toEqual([[], true, 0]);
  });

  it('sets no timer once the console ends', () => {
    const { clock, locks, isLocked } = setUp();
    locks.unlock(id);
    locks.close();
    expect(clock.timers).toBe(0);
    expect(isLocked()).toBe(true);
  });
});
