import { expect, it, onTestFinished } from 'vitest';
import { createLastKnownKeeper, type LastKnownKeeper } from '../../../electron/core/last-known.ts';
import { openDatabase } from '../../../electron/store/database/database.ts';
import { createLastKnownStore } from '../../../electron/store/last-known.ts';
import { createAuditLog } from '../../../electron/store/logs/audit.ts';
import { unknownCount } from '../../../shared/model/open-count.ts';
import { createMemoryFleet, profileOf } from '../fleet/memory-fleet.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';

const one = profileOf(1);
const { id } = one;

it('says of a count that only rises that it does, also at the next start, and nothing of another proxy', async () => {
  const { database, close } = openDatabase(temporaryDirectory());
  onTestFinished(close);
  const store = createLastKnownStore(database);
  const start = () => {
    const fleet = createMemoryFleet({ lastKnownOf: (profile) => keeper.of(profile) });
    const keeper: LastKnownKeeper = createLastKnownKeeper({
      store,
      audit: createAuditLog(database),
      profileIds: () => new Set([id]),
      fleet: () => fleet.monitor.lastKnown(),
      clock: fleet.clock,
    });
    onTestFinished(keeper.close);
    fleet.monitor.setProfiles([one]);
    return { ...fleet, keeper };
  };
  const first = start();
  const peer = first.proxy(id);
  await first.clock.advance(1000);
  expect((await first.shown(id)).openCount).toEqual(unknownCount);
  // A session every ten seconds, and none of them is counted out.
  for (let session = 0; session < 120; session++) {
    peer.accesses++;
    peer.connections++;
    await first.clock.advance(10_000);
  }
  const { openCount } = await first.shown(id);
  expect(openCount.verdict).toBe('only-rises');
  first.keeper.close();
  await first.monitor.close();

  const second = start();
  expect((await second.shown(id)).openCount).toEqual(openCount);
  second.monitor.setProfiles([{ ...one, host: 'elsewhere.example' }]);
  await second.clock.advance(1000);
  expect((await second.shown(id)).openCount).toEqual(unknownCount);
});
