import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { createCommandLibrary } from '../../../electron/core/command-library.ts';
import { migrate } from '../../../electron/store/database/schema.ts';
import { createCommandStore } from '../../../electron/store/saved-commands.ts';
import type { SavedCommand } from '../../../shared/model/saved-command.ts';
import { commandDraftSchema } from '../../../shared/model/saved-command.ts';

const day = 24 * 60 * 60_000;

function openDatabaseOfTest(): DatabaseSync {
  const database = new DatabaseSync(':memory:');
  migrate(database);
  return database;
}

function setUp(database = openDatabaseOfTest()) {
  let now = 1000;
  const at = (time: number) => {
    now = time;
  };
  const make = (actor = 'ana') =>
    createCommandLibrary({
      store: createCommandStore(database),
      actor: () => actor,
      now: () => now,
    });
  return { library: make(), make, at };
}

const upper = { name: 'Upper case', text: 'tr a-z A-Z', note: 'for the old printers' };

describe('what is noted of a command', () => {
  it('is a text in which nothing is hidden', () => {
    const isTaken = (note: string) => commandDraftSchema.safeParse({ ...upper, note }).success;
    expect(['a\u0000b', 'a\u202eb'].map(isTaken)).toEqual([false, false]);
    expect(isTaken('one line\nand another')).toBe(true);
  });
});

describe('the library of commands', () => {
  it('keeps a command under a name, and its versions newest first, each with who and when', () => {
    const { library, make, at } = setUp();
    const { id } = library.save(upper);
    at(2000);
    make('luis').save({ ...upper, id, text: 'tr a-zñ A-ZN'.replace('ñ', 'n'), note: '' });
    expect(library.list()).toEqual([
      {
        id,
        name: 'Upper case',
        versions: [
          { at: 2000, actor: 'luis', text: 'tr a-zn A-ZN', note: '' },
          { at: 1000, actor: 'ana', text: upper.text, note: upper.note },
        ],
      },
    ]);
  });

  it('has no new version of what is as it was: only the name may be another', () => {
    const { library } = setUp();
    const { id } = library.save(upper);
    const renamed = library.save({ ...upper, id, name: 'Capitals' });
    expect(renamed).toMatchObject({ id, name: 'Capitals', versions: [{ at: 1000 }] });
    expect(renamed.versions).toHaveLength(1);
  });

  it('has each name once, as people read it, and lists by name', () => {
    const { library } = setUp();
    library.save({ ...upper, name: 'b' });
    const { id } = library.save({ ...upper, name: 'A' });
    expect(() => library.save({ ...upper, name: 'B' })).toThrow(
      expect.objectContaining({
        code: 'invalid-input',
        detail: expect.objectContaining({ field: 'name' }),
      }),
    );
    expect(library.save({ ...upper, id, name: 'a' }).name).toBe('a');
    expect(library.list().map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it('brings back what was removed, with its versions, for a day', () => {
    const { library, make, at } = setUp();
    const { id } = library.save(upper);
    library.remove(id);
    expect(library.list()).toEqual([]);
    library.restore(id);
    expect(library.list()).toMatchObject([{ id, versions: [{ text: upper.text }] }]);
    at(5000);
    library.remove(id);
    at(5000 + day);
    const next = make();
    next.restore(id);
    expect(next.list()).toHaveLength(1);
    next.remove(id);
    at(5001 + 2 * day);
    const later = make();
    later.restore(id);
    expect(later.list()).toEqual([]);
  });

  it('tells every change to whoever listens', () => {
    const { library } = setUp();
    const told: (readonly SavedCommand[])[] = [];
    const end = library.listen((commands) => told.push(commands));
    const { id } = library.save(upper);
    library.remove(id);
    library.restore(id);
    end();
    library.remove(id);
    expect(told.map((commands) => commands.length)).toEqual([1, 0, 1]);
  });
});
