import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../electron/reference-proxy/mail-clients/seeded-random.ts';
import { createMemoryDocument } from '../../../../electron/store/documents/memory-document.ts';
import { createProfileShelf } from '../../../../electron/store/documents/profile-shelf.ts';
import { openProfiles } from '../../../../electron/store/documents/profiles.ts';
import { profilesFormat } from '../../../../electron/store/documents/profiles-format.ts';
import { seed } from '../../../support/seed.ts';
import { contentOf, makeChange, numberIn } from '../batches.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { startBatches } from '../writer-process.ts';

/** More for who has the time: SPCP_KILL_ROUNDS=200 takes some minutes. */
const rounds = Number(process.env.SPCP_KILL_ROUNDS ?? 10);

const random = seededRandom(seed);

describe(`a process that is killed among a thousand saves and batch edits (SEED=${seed})`, () => {
  it('leaves the last state that it was told is saved, or the next one, whole, and never one between', {
    timeout: 300_000 + rounds * 6000,
  }, async () => {
    const directory = temporaryDirectory();
    // What the profiles are to be after the n-th change, made by the same changes in memory.
    const shelf = createProfileShelf(createMemoryDocument(profilesFormat.empty));
    for (let round = 0; round < rounds; round++) {
      const writer = startBatches(directory, 1000);
      await writer.reach(1 + Math.floor(random() * 40));
      await wait(random() * 12);
      await writer.kill();
      const told = Number(writer.saved.at(-1) ?? 0);
      const { store, notices } = await openProfiles(directory);
      store.close();
      expect(notices).toEqual([]);
      const found = numberIn(store);
      expect([told, told + 1]).toContain(found);
      while (numberIn(shelf) < found) await makeChange(shelf, numberIn(shelf) + 1);
      expect(contentOf(store.book())).toEqual(contentOf(shelf.book()));
    }
    expect(numberIn(shelf)).toBeGreaterThanOrEqual(rounds);
  });
});
