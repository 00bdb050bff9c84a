import { readdirSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../electron/reference-proxy/mail-clients/seeded-random.ts';
import { openProfiles } from '../../../../electron/store/documents/profiles.ts';
import { withFileLock } from '../../../../electron/store/files/file-lock.ts';
import { seed } from '../../../support/seed.ts';
import { draftOf } from '../profile-drafts.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { startWriter } from '../writer-process.ts';

async function namesIn(directory: string) {
  const { store, notices } = await openProfiles(directory);
  store.close();
  return { names: new Set(store.list().map(({ name }) => name)), notices };
}

describe(`a process that is killed while it writes (SEED=${seed})`, () => {
  const random = seededRandom(seed);

  it('leaves a good file, and all that it was told is saved', async () => {
    const directory = temporaryDirectory();
    const saved = new Set<string>();
    for (let round = 0; round < 12; round++) {
      const writer = startWriter(directory, `round ${round} proxy`, 1000);
      await writer.reach(1 + round);
      await wait(random() * 8);
      await writer.kill();
      for (const name of writer.saved) saved.add(name);
      const { names, notices } = await namesIn(directory);
      expect(notices).toEqual([]);
      expect([...saved].filter((name) => !names.has(name))).toEqual([]);
      // What was under way may have been saved or not; nothing else is there.
      expect(names.size - saved.size).toBeLessThanOrEqual(1 + round);
    }
    expect(saved.size).toBeGreaterThanOrEqual(78);
  });

  it('does not leave its lock, and its temporary files are swept at the next opening', async () => {
    const directory = temporaryDirectory();
    const { store } = await openProfiles(directory);
    for (let round = 0; round < 6; round++) {
      const writer = startWriter(directory, `round ${round} proxy`, 1000);
      await writer.reach(2);
      await wait(random() * 8);
      await writer.kill();
      await store.add(draftOf(`after round ${round}`));
    }
    store.close();
    (await openProfiles(directory)).store.close();
    expect(readdirSync(directory).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(readdirSync(directory).filter((name) => name.endsWith('.copy'))).toHaveLength(3);
  });
});

describe('several processes with one directory', () => {
  it('lose nothing that any of them saved', async () => {
    const directory = temporaryDirectory();
    const { store } = await openProfiles(directory);
    const writers = ['app', 'command line', 'script'].map((prefix) =>
      startWriter(directory, prefix, 25),
    );
    const own = Array.from({ length: 25 }, (_, number) => `here ${number}`);
    for (const name of own) await store.add(draftOf(name));
    const ends = await Promise.all(writers.map((writer) => writer.ended));
    expect(ends).toEqual(writers.map(() => ({ code: 0, errors: '' })));
    store.close();
    const { names, notices } = await namesIn(directory);
    expect(notices).toEqual([]);
    expect(names).toEqual(new Set([...own, ...writers.flatMap(({ saved }) => saved)]));
    expect(names.size).toBe(100);
  });

  it('take turns with one lock, also within one process', async () => {
    const path = `${temporaryDirectory()}/lock`;
    expect(await mostInside(path, 10)).toBe(1);
  });

  it('take turns with a lock whose file was damaged', async () => {
    const path = `${temporaryDirectory()}/lock`;
    writeFileSync(path, 'what is no database\n'.repeat(100));
    expect(await mostInside(path, 5)).toBe(1);
  });

  it('give the lock back when their task fails', async () => {
    const path = `${temporaryDirectory()}/lock`;
    const failing = withFileLock(path, () => Promise.reject(new Error('in the task')));
    await expect(failing).rejects.toThrow('in the task');
    expect(await withFileLock(path, async () => 'taken again')).toBe('taken again');
  });
});

/** How many of so many tasks that want the lock were in it at once. */
async function mostInside(path: string, tasks: number): Promise<number> {
  let inside = 0;
  let most = 0;
  const task = async () => {
    most = Math.max(most, ++inside);
    await wait(2);
    inside--;
  };
  await Promise.all(Array.from({ length: tasks }, () => withFileLock(path, task)));
  return most;
}
