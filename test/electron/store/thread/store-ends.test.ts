import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../../../electron/store/database/database.ts';
import { createEventLog } from '../../../../electron/store/logs/events.ts';
import { storeHere } from '../../../../electron/store/thread/store-here.ts';
import { keptMsOf, usuallyKept } from '../../../../shared/model/history-kept.ts';
import { noon } from '../samples.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { asked, keptIn, newEvent, seconds, setUp, whole } from './store-rig.ts';

const program = (code: string): URL => {
  const file = join(temporaryDirectory(), 'ending.mjs');
  writeFileSync(file, code);
  return pathToFileURL(file);
};
const onMessage = (what: string) =>
  program(
    `import { parentPort } from 'node:worker_threads'; parentPort.on('message', (message) => { ${what} });`,
  );

describe('a thread of the store that ends', () => {
  it('fails what was asked of it, is told of, and the next call has another', async () => {
    const entry = onMessage('process.exit(7)');
    const { history, faults } = setUp({ entry });
    await expect(history.range(whole)).rejects.toThrow('the thread of the store ended (7)');
    expect(faults).toEqual(['the thread of the store ended']);
    const real = new URL('../../../../electron/store/thread/run-store.ts', import.meta.url);
    writeFileSync(entry, `await import(${JSON.stringify(real.href)});`);
    expect((await history.range(whole)).at).toEqual([]);
    expect(faults).toHaveLength(1);
  });

  it.each([
    ['never answers anything', () => program('throw new Error("never")'), 'ended'],
    ['cannot even be begun', () => new URL('http://127.0.0.1/'), ''],
  ])('is done without where it %s, and nothing is lost from then on', async (_, entryOf, why) => {
    const { database, history, faults } = setUp({ entry: entryOf() });
    for (let time = 0; time < 3; time++) await expect(history.range(whole)).rejects.toThrow(why);
    expect(faults).toHaveLength(3);
    await history.add(seconds(5));
    expect(keptIn(database)).toBe(5);
    expect(faults.at(-1)).toBe('there is no thread for the store: it goes on without');
  });

  it('is followed by one that still tells of what others added before, and of nothing of its own', async () => {
    const real = new URL('../../../../electron/store/thread/run-store.ts', import.meta.url);
    const entry = program(`
      import { parentPort } from 'node:worker_threads';
      parentPort.on('message', (message) => { if (message.name === 'history.maintain') process.exit(7); });
      await import(${JSON.stringify(real.href)});`);
    const { database, history, events } = setUp({ entry });
    expect(await events.addedElsewhere()).toEqual([]);
    await events.add([newEvent]);
    const theirs = createEventLog(database).add([newEvent, newEvent]);
    await expect(history.maintain(noon, keptMsOf(usuallyKept))).rejects.toThrow('ended (7)');
    expect(await events.addedElsewhere()).toEqual(theirs);
    expect(await events.addedElsewhere()).toEqual([]);
  });

  it.each([0, 7])(
    'with code %d while it closes tells how many calls were not written, and rejects them',
    async (code) => {
      const entry = onMessage(`if (message.kind === 'close') process.exit(${code})`);
      const { store, history, events, faults } = setUp({ entry });
      const writing = [history.add(seconds(1)), history.forget(whole.id)];
      const ends = Promise.allSettled([...writing, events.list({ limit: 1 })]);
      await store.close();
      const lost = { reason: { code: 'storage-failed', detail: { case: 'file', cause: 'ended' } } };
      expect(await ends).toMatchObject([lost, lost, { reason: { code: 'cancelled' } }]);
      expect(faults).toEqual(['the store was closed before all was written: 2 lost']);
    },
  );
});

describe('a store that is closed while another process holds the lock', () => {
  const lost = { reason: { code: 'storage-failed', detail: { case: 'file', reason: 'busy' } } };

  it('is closed in bounded time, and tells how many calls were not written', async () => {
    const { database, store, history, faults } = setUp({ closeMs: 100 });
    await history.add(seconds(1));
    database.exec('BEGIN IMMEDIATE');
    const adding = [1, 2, 3].map((hour) => history.add(seconds(1, noon + hour * 3_600_000)));
    const ends = Promise.allSettled(adding);
    await store.close();
    expect(await ends).toMatchObject([lost, lost, lost]);
    expect(faults).toEqual(['the store was closed before all was written: 3 lost']);
    database.exec('COMMIT');
    expect(keptIn(database)).toBe(1);
  }, 120_000);

  it('does so too where it is no thread, and takes no more calls', async () => {
    const directory = temporaryDirectory();
    const { database, close } = openDatabase(directory);
    onTestFinished(close);
    database.exec('PRAGMA busy_timeout = 20');
    const other = new DatabaseSync(join(directory, 'console.db'));
    onTestFinished(() => other.close());
    const faults: string[] = [];
    const store = storeHere({ database, closeMs: 0, onFault: (what) => faults.push(what) });
    const { history } = asked(store);
    other.exec('BEGIN IMMEDIATE');
    const adding = Array.from({ length: 200 }, (_, n) => history.add(seconds(1, noon + n * 1000)));
    const ends = Promise.allSettled(adding);
    await store.close();
    expect(faults).toEqual([expect.stringMatching(/before all was written: \d+ lost$/)]);
    expect(new Set((await ends).map(({ status }) => status))).toEqual(new Set(['rejected']));
    other.exec('COMMIT');
    await expect(history.range(whole)).rejects.toMatchObject({ code: 'cancelled' });
    await expect(history.add(seconds(1))).rejects.toMatchObject({ code: 'cancelled' });
    expect(keptIn(database)).toBe(0);
  });
});
