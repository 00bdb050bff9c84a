import { describe, expect, it, onTestFinished } from 'vitest';
import { changedBy } from '../../../electron/drift/changed-by.ts';
import { openDatabase } from '../../../electron/store/database/database.ts';
import { createAuditLog } from '../../../electron/store/logs/audit.ts';
import { createChangesElsewhere } from '../../../electron/store/logs/changed-elsewhere.ts';
import { createEventLog } from '../../../electron/store/logs/events.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';

const profileId = '00000000-0000-4000-8000-000000000001';
const transformation = { profileId, setting: 'transformation' } as const;

function openLogs() {
  const { database, close } = openDatabase(temporaryDirectory());
  onTestFinished(close);
  const audit = createAuditLog(database);
  const events = createEventLog(database);
  const of = { profileId, profileName: 'Madrid' };
  return {
    who: (value: string | null, row: Parameters<typeof changedBy>[1] = transformation) =>
      changedBy({ audit, elsewhere: createChangesElsewhere(database) }, row, value),
    flapped: (at: number) =>
      events.add([{ ...of, at, kind: 'disconnected', detail: { code: 'connect-timeout' } }]),
    changed: (at: number, to: string, outcome: 'verified' | 'refused' = 'verified') =>
      audit.add({
        ...{ ...of, at, actor: 'ana', setting: 'transformation', before: null, requested: to },
        ...{ after: outcome === 'verified' ? to : null, outcome, undoes: null, plan: null },
        ...{ shell: 'web', remote: 'Firefox' },
      }),
    seen: (since: number, until: number, to: string) =>
      events.add([
        {
          ...{ ...of, at: until, kind: 'changed-elsewhere' },
          detail: { setting: 'transformation', from: null, to, since, until, restarted: false },
        },
      ]),
  };
}

const here = (at: number) => ({ kind: 'here', at, actor: 'ana', shell: 'web', remote: 'Firefox' });

describe('who made a value the one in force', () => {
  it('is who changed it from here last, and not who was refused', () => {
    const { who, changed } = openLogs();
    expect(who('rev')).toBeNull();
    changed(100, 'rev');
    changed(200, 'tac', 'refused');
    expect(who('rev')).toEqual(here(100));
    expect(who('tac')).toBeNull();
    expect(who('4096', { profileId, setting: 'bufferSize' })).toBeNull();
  });

  it('is somebody else between two reads, unless it was changed from here after that', () => {
    const { who, changed, seen } = openLogs();
    changed(100, 'rev');
    seen(150, 200, 'tac');
    expect(who('tac')).toEqual({ kind: 'elsewhere', since: 150, until: 200 });
    seen(250, 300, 'rev');
    expect(who('rev')).toEqual({ kind: 'elsewhere', since: 250, until: 300 });
    changed(400, 'rev');
    expect(who('rev')).toEqual(here(400));
  });

  it('is the same somebody however often the connection was lost and regained since', () => {
    const { who, seen, flapped } = openLogs();
    seen(150, 200, 'tac');
    for (let at = 201; at <= 300; at++) flapped(at);
    expect(who('tac')).toEqual({ kind: 'elsewhere', since: 150, until: 200 });
  });
});
