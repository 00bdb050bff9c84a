import { spawnSync } from 'node:child_process';
import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../../electron/store/database/database.ts';
import { openProfiles } from '../../../../electron/store/documents/profiles.ts';
import { draftOf } from '../profile-drafts.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

/** The number of a process that is gone. */
const gone = spawnSync(process.execPath, ['--version']).pid;
const copy = 'profiles.json.2026-01-02T03-04-05-678Z.copy';

function make(directory: string, names: readonly string[], ageMs = 0): void {
  const at = new Date(Date.now() - ageMs);
  for (const name of names) {
    writeFileSync(join(directory, name), '{');
    utimesSync(join(directory, name), at, at);
  }
}

describe('temporary files of killed processes', () => {
  it('are swept when the profiles are opened, those of copies too', async () => {
    const directory = temporaryDirectory();
    make(directory, [`profiles.json.${gone}.tmp`, `${copy}.${gone}.tmp`]);
    // As release 0.1 named them.
    make(directory, ['profiles.json.tmp', `${copy}.tmp`], 7_200_000);
    const { store } = await openProfiles(directory);
    expect(readdirSync(directory).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    await store.add(draftOf('Madrid'));
    store.close();
  });

  it('are swept beside the database, with their journals', async () => {
    const directory = temporaryDirectory();
    make(directory, [`console.db.${gone}.tmp`, `console.db.${gone}.tmp-wal`]);
    openDatabase(directory).close();
    await expect.poll(() => readdirSync(directory)).toEqual(['console.db']);
  });

  it('are left where their process may still be writing, or where they are not ours', async () => {
    const directory = temporaryDirectory();
    const names = [
      `profiles.json.${process.ppid}.tmp`,
      'profiles.json.tmp',
      `profiles.json.mine.${gone}.tmp`,
      `profiles.json.${gone}.tmp.bak`,
      `notes.${gone}.tmp`,
    ];
    make(directory, names);
    (await openProfiles(directory)).store.close();
    expect(readdirSync(directory)).toEqual(expect.arrayContaining(names));
  });
});
