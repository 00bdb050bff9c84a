import { expect, it, onTestFinished } from 'vitest';
import { followOtherWriters } from '../../../electron/core/other-writers.ts';
import { openDatabase } from '../../../electron/store/database/database.ts';
import { createAuditLog } from '../../../electron/store/logs/audit.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';

/** Follows a database into which another connection writes, as the command line does. */
function setUp() {
  const directory = temporaryDirectory();
  const { database, close } = openDatabase(directory);
  const other = openDatabase(directory);
  onTestFinished(() => {
    other.close();
    close();
  });
  const clock = createManualClock();
  const counts = { changes: 0, looks: 0, disowned: 0 };
  const writers = followOtherWriters({
    database,
    audit: createAuditLog(database),
    events: { addedElsewhere: async () => [] },
    onEntries: () => undefined,
    onEvents: () => undefined,
    onChange: () => counts.changes++,
    disown: () => counts.disowned++,
    plans: { look: () => undefined, takeOver: () => counts.looks++ },
    logFault: (what, error) => {
      throw new Error(what, { cause: error });
    },
    clock,
  });
  const write = () =>
    other.database.exec('CREATE TABLE IF NOT EXISTS beside (n); INSERT INTO beside VALUES (1)');
  return { writers, clock, counts, write };
}

it('looks at what others wrote every half second while a window can be seen, and more seldom while none can', async () => {
  const { writers, clock, counts } = setUp();
  counts.looks = 0;
  await clock.advance(10_000);
  expect(counts.looks).toBe(2);
  writers.setVisible(true);
  counts.looks = 0;
  await clock.advance(10_000);
  expect(counts.looks).toBe(20);
  writers.setVisible(false);
  counts.looks = 0;
  await clock.advance(10_000);
  expect(counts.looks).toBe(2);
  expect(counts.disowned).toBe(2);
});

it('looks at once when a window can be seen again', async () => {
  const { writers, clock, counts, write } = setUp();
  await clock.advance(2000);
  const before = counts.changes;
  write();
  expect(counts.changes).toBe(before);
  writers.setVisible(true);
  expect(counts.changes).toBe(before + 1);
});

it('ends its timer, and is not begun again by a window', async () => {
  const { writers, clock, counts } = setUp();
  writers.end();
  counts.looks = 0;
  writers.setVisible(true);
  expect(clock.timers).toBe(0);
  await clock.advance(10_000);
  expect(counts.looks).toBe(0);
});
