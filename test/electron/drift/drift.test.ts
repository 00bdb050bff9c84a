import { describe, expect, it, onTestFinished } from 'vitest';
import { createDrift, type DriftChange } from '../../../electron/drift/drift.ts';
import { openDatabase } from '../../../electron/store/database/database.ts';
import { createDriftStore } from '../../../electron/store/drift.ts';
import type { ChangedBy } from '../../../shared/model/drift.ts';
import type { KnownSettings } from '../../../shared/model/fleet-frame.ts';
import { profileDraftSchema } from '../../../shared/model/profile.ts';
import { openBook } from '../../../shared/model/profile-book.ts';
import type { ProxyState } from '../../../shared/model/proxy-state.ts';
import type { ResolvedProfile } from '../../../shared/model/resolve-profile.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';

const id = '00000000-0000-4000-8000-000000000001';
const connection = { transport: 'udp', description: 'x', reason: null } as const;

/** One proxy that is to have `cat` and a buffer of 4096. */
function resolved(others = {}, profileId = id): ResolvedProfile {
  const open = openBook({ profiles: [], folders: [], tags: [], classes: [] }, () => profileId);
  const intended = { intendedTransformation: '=cat', intendedBufferSize: 4096 };
  const said = { name: 'Madrid', host: 'a.example', user: 'ana', ...intended, ...others };
  open.put(profileId, { draft: profileDraftSchema.parse(said) });
  const found = open.resolved(profileId);
  if (found === undefined) throw new Error('no profile');
  return found;
}

function setUp(directory = temporaryDirectory()) {
  const { database, close } = openDatabase(directory);
  onTestFinished(close);
  const clock = createManualClock();
  const now = {
    profile: resolved(),
    state: { kind: 'ready', since: clock.wall(), connection } as ProxyState,
    settings: { transformation: null, bufferSize: null } as KnownSettings,
    isWatched: true,
    by: null as ChangedBy | null,
    asked: 0,
  };
  const drift = createDrift({
    resolved: () => [now.profile],
    tags: () => [],
    settingsOf: () =>
      now.isWatched ? { id, state: now.state, settings: now.settings } : undefined,
    store: createDriftStore(database),
    changedBy: () => {
      now.asked++;
      return now.by;
    },
    clock,
  });
  const told: DriftChange[] = [];
  drift.listen((change) => told.push(change));
  const read = (value: string | null) => {
    now.settings = { ...now.settings, transformation: { value, at: clock.wall() } };
    drift.look(id);
  };
  const state = (setting = 'transformation') =>
    drift.list().find((row) => row.setting === setting)?.state;
  return { drift, clock, now, told, read, state, directory, close };
}

describe('drift', () => {
  it('says who set what deviates, asks the logs for it once, and forgets it with the value', async () => {
    const { drift, clock, now, read } = setUp();
    const by = () => drift.list().find(({ setting }) => setting === 'transformation')?.by;
    read('tac');
    expect(by(), 'not written yet').toBeNull();
    now.by = { kind: 'elsewhere', since: 1, until: 2 };
    read('tac');
    expect(by()).toEqual(now.by);
    const { asked } = now;
    await clock.advance(120_000);
    read('tac');
    expect(by()).toEqual(now.by);
    expect(now.asked).toBe(asked);
    read('cat');
    expect(by()).toBeNull();
    now.by = { kind: 'here', at: 3, actor: 'ana', shell: 'cli', remote: null };
    read('tac');
    expect(by()).toEqual(now.by);
  });

  it('is unknown before the setting was read in this session, whatever was known before', () => {
    const { now, drift, state, clock } = setUp();
    expect(state()).toBe('unknown');
    now.settings = { ...now.settings, transformation: { value: 'cat', at: clock.wall() - 1 } };
    drift.look();
    expect(state()).toBe('unknown');
    expect(state('bufferSize')).toBe('unknown');
  });

  it('is none where what was read is what is intended, and one since it was seen otherwise', async () => {
    const { read, state, drift, clock, told } = setUp();
    read('cat');
    expect(state()).toBe('in-line');
    await clock.advance(60_000);
    read('tac');
    await clock.advance(1000);
    const since = told.at(-1)?.changed[0]?.since;
    expect(since).toBe(clock.wall() - 800);
    await clock.advance(60_000);
    read('rev');
    expect(drift.list()[0]).toMatchObject({ state: 'deviates', since, found: { value: 'rev' } });
    read('cat');
    expect(drift.list()[0]).toMatchObject({ state: 'in-line', since: null });
  });

  it('is never in line while there is no session, and goes on with the same time after it', async () => {
    const { read, state, drift, clock, now } = setUp();
    read('tac');
    const { since } = drift.list()[0] ?? {};
    now.state = { kind: 'off' };
    drift.look();
    expect(state()).toBe('unreachable');
    expect(state('bufferSize')).toBe('unreachable');
    await clock.advance(5000);
    now.state = { kind: 'ready', since: clock.wall(), connection };
    read('tac');
    expect(drift.list()[0]).toMatchObject({ state: 'deviates', since });
  });

  it('compares the buffer size that was last set from here', () => {
    const { now, drift, state } = setUp();
    now.settings = { ...now.settings, bufferSize: { bytes: 4096, at: 1 } };
    drift.look();
    expect(state('bufferSize')).toBe('in-line');
    now.settings = { ...now.settings, bufferSize: { bytes: 512, at: 2 } };
    drift.look();
    expect(state('bufferSize')).toBe('deviates');
  });

  it('is known to go on since then after a restart of the app', () => {
    const first = setUp();
    first.read('tac');
    const { since } = first.drift.list()[0] ?? {};
    expect(since).toBeGreaterThan(0);
    first.close();
    const second = setUp(first.directory);
    second.clock.jumpWall(3_600_000);
    second.now.state = { kind: 'ready', since: second.clock.wall(), connection };
    second.read('tac');
    expect(second.drift.list()[0]).toMatchObject({ state: 'deviates', since });
  });

  it('goes on since then after a restart that could not read at first, and whose session was made anew', async () => {
    const first = setUp();
    first.read('tac');
    const { since } = first.drift.list()[0] ?? {};
    // As the app ends, and as a password is entered, nothing is watched for a moment.
    first.now.isWatched = false;
    first.drift.look();
    await first.clock.advance(1000);
    expect(first.drift.list()).toEqual([]);
    first.close();
    const { now, clock, drift, read, state } = setUp(first.directory);
    clock.jumpWall(3_600_000);
    now.state = { kind: 'off' };
    now.settings = { ...now.settings, transformation: { value: 'tac', at: 1 } };
    drift.look();
    expect(state()).toBe('unreachable');
    now.isWatched = false;
    drift.look();
    expect(drift.list()).toEqual([]);
    now.isWatched = true;
    now.state = { kind: 'ready', since: clock.wall(), connection };
    drift.look();
    expect(state()).toBe('unknown');
    read('tac');
    expect(drift.list()[0]).toMatchObject({ state: 'deviates', since });
  });

  it('is told only where something is another, and goes with what was intended', async () => {
    const { read, drift, clock, told, now } = setUp();
    read('tac');
    await clock.advance(1000);
    const before = told.length;
    drift.look();
    await clock.advance(1000);
    expect(told.length).toBe(before);
    now.profile = resolved({ intendedTransformation: '', intendedBufferSize: 0 });
    drift.look();
    await clock.advance(1000);
    expect(told.at(-1)?.removed.length).toBe(2);
    expect(drift.list()).toEqual([]);
  });
});

it('looks at one proxy alone where only that one was read, and keeps the order of the profiles', async () => {
  const ids = [1, 2, 3].map((n) => `00000000-0000-4000-8000-00000000000${n}`);
  const { database, close } = openDatabase(temporaryDirectory());
  onTestFinished(close);
  const clock = createManualClock();
  const values = new Map(ids.map((each) => [each, 'cat']));
  const watched = new Set([ids[0], ids[2]]);
  const asked: string[] = [];
  const drift = createDrift({
    resolved: () => ids.map((each) => resolved({ intendedBufferSize: 0 }, each)),
    tags: () => [],
    settingsOf: (each) => {
      asked.push(each);
      if (!watched.has(each)) return undefined;
      const transformation = { value: values.get(each) ?? null, at: clock.wall() };
      return {
        id: each,
        state: { kind: 'ready', since: 0, connection },
        settings: { transformation, bufferSize: null },
      };
    },
    store: createDriftStore(database),
    changedBy: () => ({ kind: 'elsewhere', since: 1, until: 2 }),
    clock,
  });
  const states = () => drift.list().map(({ profileId, state }) => [profileId, state]);
  asked.length = 0;
  values.set(ids[2] ?? '', 'tac');
  drift.look(ids[2]);
  await clock.advance(1000);
  expect(asked).toEqual([ids[2]]);
  expect(states()).toEqual([
    [ids[0], 'in-line'],
    [ids[2], 'deviates'],
  ]);
  // Its link is there now.
  watched.add(ids[1]);
  drift.look(ids[1]);
  expect(states()).toEqual([
    [ids[0], 'in-line'],
    [ids[1], 'in-line'],
    [ids[2], 'deviates'],
  ]);
  watched.delete(ids[0]);
  drift.look(ids[0]);
  expect(states().map(([each]) => each)).toEqual([ids[1], ids[2]]);
});

it('asks again who set what deviates with the next read of any proxy, as long as it may be on its way to the log', async () => {
  const { drift, clock, now, read } = setUp();
  read('tac');
  await clock.advance(1000);
  now.by = { kind: 'elsewhere', since: 1, until: 2 };
  drift.look('00000000-0000-4000-8000-00000000ffff');
  await clock.advance(1000);
  expect(drift.list()[0]?.by).toEqual(now.by);
});

it('looks at nothing any more once it is closed, though sessions that end tell of it', async () => {
  const { drift, clock, close, told } = setUp();
  await clock.advance(1000);
  drift.close();
  drift.look();
  close();
  expect(clock.timers).toBe(0);
  told.length = 0;
  await clock.advance(10_000);
  expect(told).toEqual([]);
});
