import { describe, expect, it, onTestFinished } from 'vitest';
import { idOfAddress } from '../../../electron/base/address-id.ts';
import { changedElsewhere, createElsewhere } from '../../../electron/drift/elsewhere.ts';
import { openDatabase } from '../../../electron/store/database/database.ts';
import { createAuditLog } from '../../../electron/store/logs/audit.ts';
import { createChangesElsewhere } from '../../../electron/store/logs/changed-elsewhere.ts';
import { createEventLog } from '../../../electron/store/logs/events.ts';
import type { AuditEntry } from '../../../shared/model/change.ts';
import { profileOf } from '../fleet/memory-fleet.ts';
import { auditEntry } from '../store/audit-entry.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';

const one = profileOf(1);
const { id, name } = one;

function openedDatabase() {
  const { database, close } = openDatabase(temporaryDirectory());
  onTestFinished(close);
  return database;
}

/** The transformation was A when it was read at 100 s, and is B at 160 s. */
const read = {
  id,
  name,
  before: { value: 'A', at: 100_000 },
  now: { value: 'B', at: 160_000 },
  restarted: false,
};

function setUp(profiles = [one]) {
  const database = openedDatabase();
  const audit = createAuditLog(database);
  const events = createEventLog(database);
  const elsewhere = createChangesElsewhere(database);
  const changed = (others: Partial<AuditEntry>) =>
    audit.add(
      auditEntry({
        profileId: id,
        at: 130_000,
        before: 'A',
        requested: 'B',
        after: 'B',
        ...others,
      }),
    );
  const event = (of = read) => changedElsewhere({ profiles: () => profiles, audit, elsewhere }, of);
  return { audit, events, elsewhere, changed, event };
}

describe('a transformation that is another one than before', () => {
  it('was changed by somebody else where nothing from here did it: both values, and between when', () => {
    const { event } = setUp();
    expect(event()).toEqual({
      at: 160_000,
      profileId: id,
      profileName: name,
      kind: 'changed-elsewhere',
      detail: {
        setting: 'transformation',
        from: 'A',
        to: 'B',
        since: 100_000,
        until: 160_000,
        restarted: false,
      },
    });
  });

  it('is no event where it was changed from here, by whichever process', () => {
    for (const at of [130_000, 99_000]) {
      const { changed, event } = setUp();
      changed({ at });
      expect(event()).toBeNull();
    }
  });

  it('is no event where it was changed from here after the clock was set back', () => {
    const { audit, elsewhere, changed } = setUp();
    const heard = createElsewhere({ profiles: () => [one], audit, elsewhere });
    const late = { ...read, before: { value: 'A', at: 9_000_000 } };
    heard({ ...late, now: { value: 'A', at: 9_100_000 } });
    changed({ at: 130_000, before: null });
    expect(heard(late)).toBeNull();
    expect(heard(late)).toMatchObject({ kind: 'changed-elsewhere' });
  });

  it('is none while a change is under way, nor where nobody knows what one came to', () => {
    const { audit, event } = setUp();
    const {
      after: _,
      outcome: __,
      ...begun
    } = auditEntry({ profileId: id, at: 130_000, before: 'A', requested: 'B' });
    audit.begin(begun);
    expect(event()).toBeNull();
    const unknown = setUp();
    unknown.changed({ outcome: 'failed', after: null });
    expect(unknown.event()).toBeNull();
  });

  it('is one where the change from here did not come about, or led elsewhere', () => {
    for (const others of [
      { outcome: 'conflict' as const, after: 'B' },
      { outcome: 'refused' as const, after: null },
      { requested: 'C', after: 'C' },
      { at: 10_000 },
      { at: 90_000, before: 'Z' },
    ]) {
      const { changed, event } = setUp();
      changed(others);
      expect(event(), JSON.stringify(others)).not.toBeNull();
    }
  });

  it('is none where the change was made by another profile of the proxy, or by its address', () => {
    const other = { ...profileOf(2), host: one.host, port: one.port };
    for (const profileId of [other.id, idOfAddress(one)]) {
      const { changed, event } = setUp([one, other]);
      changed({ profileId });
      expect(event()).toBeNull();
    }
  });

  it('is told once, also where two consoles read it', () => {
    const { event, events } = setUp();
    const told = event();
    if (told === null) throw new Error('no event');
    events.add([told]);
    expect(event({ ...read, now: { value: 'B', at: 161_000 } })).toBeNull();
    // Back to A by whoever, and again to B: another change.
    expect(
      event({ ...read, before: { value: 'A', at: 200_000 }, now: { value: 'B', at: 260_000 } }),
    ).not.toBeNull();
  });

  it('is none where it is the same, or was not known before', () => {
    const { event } = setUp();
    expect(event({ ...read, now: { value: 'A', at: 160_000 } })).toBeNull();
    expect(changedElsewhere({ ...parts() }, { ...read, before: null })).toBeNull();
  });
});

function parts() {
  const database = openedDatabase();
  return {
    profiles: () => [one],
    audit: createAuditLog(database),
    elsewhere: createChangesElsewhere(database),
  };
}
