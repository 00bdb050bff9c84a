import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../../../electron/store/database/database.ts';
import { createEventLog } from '../../../../electron/store/logs/events.ts';
import type { FieldChange, ProfileEditor } from '../../../../shared/facts/events.ts';
import type { NewEvent } from '../../../../shared/model/event.ts';
import { lima, madrid } from '../audit-entry.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const cli: ProfileEditor = { case: 'here', who: 'ana', shell: 'cli' };
const seen: ProfileEditor = { case: 'elsewhere' };
const minute = 60_000;

function logOfTest() {
  const { database, close } = openDatabase(temporaryDirectory());
  onTestFinished(close);
  const log = createEventLog(database);
  /** How many of these are kept, each for itself. */
  const kept = (...events: NewEvent[]) => events.map((event) => log.add([event]).length);
  return { log, kept };
}

const of = { profileId: madrid, profileName: 'Madrid' };

const edit = (at: number, by: ProfileEditor, ...changes: FieldChange[]): NewEvent => ({
  ...of,
  at,
  kind: 'profile-edited',
  detail: { changes, passwordChanged: false, by, folder: '' },
});

const whole = (
  at: number,
  by: ProfileEditor,
  kind: 'profile-added' | 'profile-removed',
  profileId = madrid,
): NewEvent => ({ ...of, profileId, at, kind, detail: { by, folder: '' } });

const port = (from: number, to: number): FieldChange => ({ field: 'port', from, to });

describe('an edit that another process made', () => {
  it('is left out where that process told of it, and kept where none did', () => {
    const { kept } = logOfTest();
    const twoPorts = [edit(1000, cli, port(1, 2)), edit(2000, seen, port(1, 2))];
    expect(kept(...twoPorts, edit(3000, seen, port(2, 3)))).toEqual([1, 0, 1]);
    const added = [whole(1000, cli, 'profile-added'), whole(2000, seen, 'profile-added')];
    expect(kept(...added, whole(2000, seen, 'profile-added', lima))).toEqual([1, 0, 1]);
    expect(kept(whole(4000, cli, 'profile-removed'), whole(5000, seen, 'profile-removed'))).toEqual(
      [1, 0],
    );
    expect(kept(whole(6000, seen, 'profile-added'))).toEqual([1]);
  });

  it('of which nobody tells is kept by one of the consoles that see it', () => {
    const { kept } = logOfTest();
    expect(kept(edit(1000, seen, port(1, 2)), edit(1003, seen, port(1, 2)))).toEqual([1, 0]);
  });

  it('is told where it was seen together with another one', () => {
    const { kept, log } = logOfTest();
    const host: FieldChange = { field: 'host', from: 'a', to: 'b' };
    expect(kept(edit(1000, cli, port(1, 2)), edit(1001, cli, port(2, 3)))).toEqual([1, 1]);
    expect(kept(edit(2000, seen, port(1, 3)), edit(2001, seen, port(1, 3), host))).toEqual([0, 1]);
    expect(log.list({ limit: 1 })).toMatchObject([{ detail: { changes: [host], by: seen } }]);
  });

  it('is another one where the same was told long ago, or was taken back since', () => {
    const { kept } = logOfTest();
    expect(kept(edit(1000, cli, port(1, 2)), edit(2 * minute, seen, port(1, 2)))).toEqual([1, 1]);
    const back = [edit(3 * minute, cli, port(2, 1)), edit(3 * minute, cli, port(1, 2))];
    expect(kept(...back, edit(3 * minute + 1, seen, port(2, 1)))).toEqual([1, 1, 1]);
  });
});

it('keeps the same edit twice where it was made here twice', () => {
  const { kept } = logOfTest();
  expect(kept(edit(1000, cli, port(1, 2)), edit(1001, cli, port(1, 2)))).toEqual([1, 1]);
});
