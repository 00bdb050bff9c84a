import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createLastKnownKeeper, type LastKnownKeeper } from '../../../electron/core/last-known.ts';
import { openDatabase } from '../../../electron/store/database/database.ts';
import { createLastKnownStore } from '../../../electron/store/last-known.ts';
import { createAuditLog } from '../../../electron/store/logs/audit.ts';
import type { Profile } from '../../../shared/model/profile.ts';
import { createMemoryFleet, profileOf } from '../fleet/memory-fleet.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';

const one = profileOf(1);
const { id } = one;

/** A fleet whose readings are kept in this directory. */
async function start(directory: string, profiles: readonly Profile[] = [one]) {
  const { database, close } = openDatabase(directory);
  onTestFinished(close);
  const fleet = createMemoryFleet({ lastKnownOf: (profile) => keeper.of(profile) });
  const keeper: LastKnownKeeper = createLastKnownKeeper({
    store: createLastKnownStore(database),
    audit: createAuditLog(database),
    profileIds: () => new Set(profiles.map((profile) => profile.id)),
    fleet: (from, to) => fleet.monitor.lastKnown(from, to),
    clock: fleet.clock,
  });
  onTestFinished(keeper.close);
  for (const profile of profiles) {
    const peer = fleet.proxy(profile.id);
    peer.accesses = 18_446_744_073_709_551_615n;
    peer.transformation = 'tr a-z A-Z';
  }
  const begin = async () => {
    fleet.monitor.setProfiles(profiles);
    await fleet.clock.advance(0);
  };
  return { ...fleet, keeper, database, close, begin };
}

/** The files of a process that was killed just now, and never closed them. */
function killed(directory: string): string {
  const copy = temporaryDirectory();
  for (const file of readdirSync(directory)) copyFileSync(join(directory, file), join(copy, file));
  return copy;
}

describe('what a proxy was last seen to say', () => {
  it('is in the first frame of the next start, with the time of then and without rates', async () => {
    const directory = temporaryDirectory();
    const before = await start(directory);
    await before.begin();
    await before.clock.advance(60_000);
    const { metrics, settings } = await before.shown(id);
    before.keeper.close();
    before.close();

    const { monitor, proxy, shown, clock } = await start(directory);
    proxy(id).running = false;
    monitor.setProfiles([one]);
    await expect(shown(id)).resolves.toMatchObject({
      metrics,
      settings: { transformation: settings.transformation },
      rates: { bytesPerSecond: null, accessesPerSecond: null },
      restarts: 0,
    });
    expect(metrics?.accesses).toBe('18446744073709551615');
    expect(settings.transformation?.value).toBe('tr a-z A-Z');
    proxy(id).running = true;
    await clock.advance(5000);
    expect((await shown(id)).metrics?.at).not.toBe(metrics?.at);
  });

  it('is there also where the process was killed, at most some seconds old', async () => {
    const directory = temporaryDirectory();
    const profiles = Array.from({ length: 40 }, (_, n) => profileOf(n));
    const { begin, clock, proxy } = await start(directory, profiles);
    await begin();
    await clock.advance(30_000);
    for (const each of profiles) proxy(each.id).bytes = 77n;
    await clock.advance(17_000);
    const next = await start(killed(directory), profiles);
    const kept = profiles.map((profile) => next.keeper.of(profile)?.metrics?.transferredBytes);
    expect(kept).toEqual(profiles.map(() => '77'));
  });

  it('is written of part after part of a large fleet, each within a quarter of a minute', async () => {
    const directory = temporaryDirectory();
    const profiles = Array.from({ length: 400 }, (_, n) => profileOf(n));
    const { begin, clock, database } = await start(directory, profiles);
    await begin();
    const count = () => database.prepare('SELECT count(*) AS n FROM last_known').get()?.n;
    const writes: unknown[] = [];
    for (let second = 0; second < 20; second++) {
      await clock.advance(1000);
      const now = count();
      if (now !== writes.at(-1)) writes.push(now);
    }
    expect(writes.at(-1)).toBe(400);
    const steps = writes.map((now, index) => Number(now) - Number(writes[index - 1] ?? 0));
    expect(Math.max(...steps)).toBeLessThanOrEqual(150);
  });

  it('is of no other proxy, where the profile leads elsewhere by now', async () => {
    const directory = temporaryDirectory();
    const { begin, clock, keeper } = await start(directory);
    await begin();
    await clock.advance(2000);
    expect(keeper.of({ ...one, user: 'other', name: 'other' })).not.toBeNull();
    expect(keeper.of({ ...one, host: 'elsewhere.test' })).toBeNull();
    expect(keeper.of({ ...one, port: 9091 })).toBeNull();
  });

  it('is forgotten with the profile, and with a demo fleet that ended with its console', async () => {
    const directory = temporaryDirectory();
    const demo = profileOf(2);
    const first = await start(directory, [one, demo]);
    await first.begin();
    await first.clock.advance(2000);
    first.keeper.forget(id);
    first.monitor.setProfiles([demo]);
    first.keeper.close();
    expect([one, demo].map((each) => first.keeper.of(each) === null)).toEqual([true, false]);
    const next = await start(killed(directory), [one]);
    expect(next.keeper.of(demo)).toBeNull();
  });

  it('that another release wrote so that this one cannot read it is not known', async () => {
    const { begin, clock, keeper, database } = await start(temporaryDirectory());
    await begin();
    await clock.advance(2000);
    for (const known of ['{', '{}', '{"place":1}']) {
      database.prepare('UPDATE last_known SET known = ?').run(known);
      expect(keeper.of(one)).toBeNull();
    }
  });

  it('is written with its next turn where the database took nothing for a while', async () => {
    const { begin, clock, keeper, database } = await start(temporaryDirectory());
    database.exec('PRAGMA query_only = 1');
    await begin();
    await clock.advance(30_000);
    expect(keeper.of(one)).toBeNull();
    database.exec('PRAGMA query_only = 0');
    await clock.advance(16_000);
    expect(keeper.of(one)).not.toBeNull();
  });
});
