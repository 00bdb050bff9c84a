import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../../electron/base/clock.ts';
import { createNotices } from '../../../electron/core/notices.ts';
import { createRecorder } from '../../../electron/core/recorder.ts';
import { openDatabase } from '../../../electron/store/database/database.ts';
import { writing } from '../../../electron/store/database/database-access.ts';
import { eventsOf, historyOf } from '../../../electron/store/thread/asked.ts';
import { storeHere } from '../../../electron/store/thread/store-here.ts';
import type { NewEvent, ProxyEvent } from '../../../shared/model/event.ts';
import { keptMsOf, usuallyKept } from '../../../shared/model/history-kept.ts';
import type { Sample } from '../../../shared/model/sample.ts';
import { someError } from '../../support/facts.ts';
import { sampleAt } from '../../support/sample.ts';

const profileId = '0b0f2f4e-8a53-4f0e-9d0c-0d1f6f2f7a01';
let directory: string;
let cleanUp: (() => void)[];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spcp-console-recorder-'));
  cleanUp = [];
});
afterEach(async () => {
  for (const task of cleanUp.reverse()) task();
  vi.useRealTimers();
  await rm(directory, { recursive: true });
});

function setUp() {
  const opened = openDatabase(directory);
  const notices = createNotices(Date.now);
  const store = storeHere({ database: opened.database, onFault: () => {} });
  const history = historyOf(store);
  const eventLog = eventsOf(store);
  const polls = { missed: 0 };
  const faults: string[] = [];
  const recorder = createRecorder({
    history,
    kept: () => keptMsOf(usuallyKept),
    requirePlace: () => writing(opened.database, () => undefined),
    eventLog,
    notices,
    profileIds: () => new Set([profileId]),
    missedPolls: () => polls.missed,
    logFault: (what) => faults.push(what),
    clock: systemClock,
  });
  cleanUp.push(opened.close, recorder.close);
  /** As a full disk does: SQLite may not take another page. */
  const fill = (): void => {
    opened.database.exec('PRAGMA max_page_count = 1');
  };
  const makeRoom = (): void => {
    opened.database.exec('PRAGMA max_page_count = 1000000');
  };
  return { recorder, notices, history, eventLog, polls, faults, fill, makeRoom };
}

let at = Date.UTC(2026, 0, 1);
const nextSecond = (): number => {
  at += 1000;
  return at;
};
const samples = (count: number, id = profileId): Sample[] =>
  Array.from({ length: count }, () => sampleAt(id, nextSecond()));
const event = (): NewEvent => ({
  at: 1,
  profileId,
  profileName: 'Madrid',
  kind: 'connected',
  detail: { transport: 'udp', description: 'x'.repeat(5000), unreachableSince: null },
});
/** Behind all that was to be kept before. */
const kept = async ({ history }: ReturnType<typeof setUp>, id = profileId) => {
  const { at: times } = await history.range({ id, from: at - 100_000, to: at + 1, points: 4000 });
  return times.length;
};

describe('the recorder', () => {
  it('tells that the database was moved away where nothing is to be written, until it is back', async () => {
    const one = setUp();
    const file = join(directory, 'console.db');
    await rename(file, `${file}.moved`);
    await expect
      .poll(() => one.notices.list())
      .toMatchObject([
        { code: 'storage-failed', detail: { case: 'file', path: file, reason: 'removed' } },
      ]);
    await rename(`${file}.moved`, file);
    await expect.poll(() => one.notices.list()).toEqual([]);
    expect(one.faults).toEqual([]);
  });

  it('keeps samples and events, and announces events with their number', async () => {
    const one = setUp();
    const announced: ProxyEvent[] = [];
    one.recorder.listen((added) => announced.push(...added));
    one.recorder.samples(samples(3));
    one.recorder.event(event());
    expect(await kept(one)).toBe(3);
    expect(announced).toMatchObject([{ id: 1, kind: 'connected' }]);
    expect(await one.eventLog.list({ limit: 10 })).toEqual(announced);
  });

  it('keeps what came while no window could be seen once one can, and at the end', async () => {
    const one = setUp();
    one.recorder.setVisible(false);
    one.recorder.samples(samples(3));
    expect(await kept(one)).toBe(0);
    one.recorder.setVisible(true);
    expect(await kept(one)).toBe(3);
    one.recorder.setVisible(false);
    one.recorder.samples(samples(2));
    one.recorder.close();
    expect(await kept(one)).toBe(5);
  });

  it('looks at once where the database lies when a window can be seen again', async () => {
    const one = setUp();
    one.recorder.setVisible(false);
    const file = join(directory, 'console.db');
    await rename(file, `${file}.moved`);
    one.recorder.setVisible(true);
    await expect.poll(() => one.notices.list()).toMatchObject([{ code: 'storage-failed' }]);
  });

  it('keeps nothing of a profile that is gone', async () => {
    const one = setUp();
    const other = profileId.replace(/1$/, '2');
    one.recorder.samples(samples(2, other));
    expect(await kept(one, other)).toBe(0);
  });

  it('tells in one notice that the database was removed under it, and not as a fault', async () => {
    const one = setUp();
    await rm(join(directory, 'console.db'));
    one.recorder.samples(samples(3));
    one.recorder.event(event());
    expect(await kept(one)).toBe(0);
    expect(one.notices.list()).toMatchObject([
      { code: 'storage-failed', detail: { reason: 'removed', cause: 'ENOENT' } },
    ]);
    expect(one.faults).toEqual([]);
  });

  it('tells that the disk is full in one notice, goes on, and takes it back when there is room', async () => {
    const one = setUp();
    one.fill();
    for (let tick = 0; tick < 5; tick++) one.recorder.samples(samples(2000));
    for (let tick = 0; tick < 5; tick++) one.recorder.event(event());
    await kept(one);
    expect(one.notices.list()).toMatchObject([
      { code: 'storage-failed', detail: { cause: 'ENOSPC', reason: 'full' } },
    ]);
    expect(one.faults).toEqual([]);
    one.makeRoom();
    at += 1_000_000;
    one.recorder.samples(samples(5));
    expect(await kept(one)).toBe(5);
    expect(one.notices.list()).toEqual([]);
    // One that is small may have found room all the same.
    await expect
      .poll(async () => {
        const [newest, ...older] = await one.eventLog.list({ limit: 10 });
        return newest?.kind === 'events-lost' ? newest.detail.count + older.length : null;
      })
      .toBe(5);
  });

  it('tells what was lost when upkeep finds room, also where no sample comes', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const one = setUp();
    const refuse = vi.spyOn(one.eventLog, 'add').mockRejectedValue(someError('storage-full'));
    one.recorder.event(event());
    await expect.poll(() => one.notices.list()).toHaveLength(1);
    refuse.mockRestore();
    vi.advanceTimersByTime(60_000);
    await expect
      .poll(() => one.eventLog.list({ limit: 10 }))
      .toMatchObject([{ kind: 'events-lost', detail: { count: 1 } }]);
    expect(one.notices.list()).toEqual([]);
  });

  it('does not take it back for an event that found room where the history finds none', async () => {
    const one = setUp();
    const full = someError('storage-full');
    const refuse = vi.spyOn(one.history, 'add').mockRejectedValue(full);
    one.recorder.samples(samples(1));
    one.recorder.event(event());
    await kept(one);
    expect(one.notices.list()).toHaveLength(1);
    refuse.mockRestore();
    one.recorder.samples(samples(1));
    await kept(one);
    expect(one.notices.list()).toEqual([]);
  });
});
