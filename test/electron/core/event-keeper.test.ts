import { expect, it, onTestFinished } from 'vitest';
import { createEventKeeper, mostWaiting } from '../../../electron/core/event-keeper.ts';
import { openDatabase } from '../../../electron/store/database/database.ts';
import { eventsOf } from '../../../electron/store/thread/asked.ts';
import { storeHere } from '../../../electron/store/thread/store-here.ts';
import { consoleId, type NewEvent, type ProxyEvent } from '../../../shared/model/event.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';

const event = (at: number): NewEvent => ({
  at,
  profileId: '0b0f2f4e-8a53-4f0e-9d0c-0d1f6f2f7a01',
  profileName: 'Madrid',
  kind: 'restarted',
  detail: { restarts: at },
});
const many = (count: number) => Array.from({ length: count }, (_, n) => event(n));

/** A store that answers when it is told to. */
function heldStore() {
  const asked: { events: readonly NewEvent[]; answer: (isKept: boolean) => void }[] = [];
  const told: (readonly ProxyEvent[])[] = [];
  let lastId = 0;
  const keeper = createEventKeeper({
    add: (events) =>
      new Promise((resolve) => {
        asked.push({
          events,
          answer: (isKept) =>
            resolve(isKept ? events.map((each) => ({ ...each, id: ++lastId })) : null),
        });
      }),
    onKept: (events) => told.push(events),
    wall: () => 77,
  });
  return { keeper, asked, told };
}

it('keeps ten thousand events that come one by one in the order in which they came, and tells them many at once', async () => {
  const { database, close } = openDatabase(temporaryDirectory());
  onTestFinished(close);
  const log = eventsOf(storeHere({ database, onFault: () => {} }));
  const told: (readonly ProxyEvent[])[] = [];
  const keeper = createEventKeeper({
    add: (events) => log.add(events),
    onKept: (events) => told.push(events),
    wall: Date.now,
  });
  for (const each of many(10_000)) keeper.keep([each]);
  await expect.poll(() => told.flat().length).toBe(10_000);
  expect(told.flat().map(({ at }) => at)).toEqual(many(10_000).map(({ at }) => at));
  expect(told.length).toBeLessThan(30);
  expect(await log.count({})).toMatchObject({ count: 10_000, more: false });
});

it('counts what a store that hangs leaves no room for, and says so once it answers', async () => {
  const { keeper, asked, told } = heldStore();
  // Four are under way at once, and wait no more.
  for (let n = 0; n < 4; n++) keeper.keep([event(n)]);
  keeper.keep(many(mostWaiting));
  keeper.keep([event(500), event(900)]);
  keeper.keep([event(700)]);
  expect(asked).toHaveLength(4);
  const answered = new Set<unknown>();
  await expect
    .poll(() => {
      for (const each of asked) {
        if (!answered.has(each)) each.answer(true);
        answered.add(each);
      }
      return told.flat().length;
    })
    .toBe(4 + mostWaiting + 1);
  expect(told.flat().filter(({ kind }) => kind === 'events-lost')).toMatchObject([
    { profileId: consoleId, at: 77, detail: { count: 3, since: 500, until: 900 } },
  ]);
  expect(Math.max(...asked.map(({ events }) => events.length))).toBe(1000);
});

it('counts what the store refused, also where it refuses what says so, and tells when anything can be kept', async () => {
  const { keeper, asked, told } = heldStore();
  const answer = async (n: number, isKept: boolean) => {
    await expect.poll(() => asked.length).toBeGreaterThan(n);
    asked[n]?.answer(isKept);
    await new Promise(setImmediate);
  };
  keeper.keep([event(3), event(5)]);
  await answer(0, false);
  keeper.recovered();
  await answer(1, false);
  keeper.keep([event(1)]);
  await answer(2, false);
  keeper.recovered();
  await answer(3, true);
  expect(told.flat()).toMatchObject([
    { kind: 'events-lost', detail: { count: 3, since: 1, until: 5 } },
  ]);
  keeper.recovered();
  expect(asked).toHaveLength(4);
});

it('hands over all that waits when it is closed', () => {
  const { keeper, asked } = heldStore();
  for (let n = 0; n < 4; n++) keeper.keep([event(n)]);
  keeper.keep(many(2500));
  expect(asked).toHaveLength(4);
  keeper.close();
  expect(asked.flatMap(({ events }) => events)).toHaveLength(2504);
});
