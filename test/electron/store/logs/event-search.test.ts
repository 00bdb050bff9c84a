import type { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { toEnd } from '../../../../electron/base/steps.ts';
import { openDatabase } from '../../../../electron/store/database/database.ts';
import { conditionsOf, portionOf } from '../../../../electron/store/logs/event-search.ts';
import { createEventLog } from '../../../../electron/store/logs/events.ts';
import {
  boundsInTime,
  boundsOfNew,
  endOfPart,
} from '../../../../electron/store/logs/span-bounds.ts';
import type { NewEvent } from '../../../../shared/model/event.ts';
import {
  type EventFilter,
  eventMatcher,
  mostEventsCounted,
} from '../../../../shared/model/event-filter.ts';
import { lima, madrid } from '../audit-entry.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

function logOfTest() {
  const { database, close } = openDatabase(temporaryDirectory());
  onTestFinished(close);
  return { database, log: createEventLog(database) };
}

const restarted = (at: number, others: Partial<NewEvent> = {}): NewEvent =>
  ({
    at,
    profileId: madrid,
    profileName: 'Madrid',
    kind: 'restarted',
    detail: { restarts: 1 },
    ...others,
  }) as NewEvent;

const some: readonly NewEvent[] = [
  restarted(1000),
  restarted(2000, { profileId: lima, profileName: 'Líma "norte"' }),
  restarted(3000, { kind: 'disconnected', detail: { code: 'cancelled' } }),
  restarted(4000, { kind: 'disconnected', detail: { code: 'reply-timeout' } }),
  restarted(5000, {
    kind: 'profile-edited',
    detail: {
      changes: [{ field: 'host', from: 'a.example', to: 'b.example' }],
      passwordChanged: false,
      by: { case: 'here', who: 'ana', shell: 'web' },
      folder: 'Prod',
    },
  }),
  restarted(1500, {
    kind: 'alert-fired',
    detail: { about: 'down', rule: 'Some\\rule', beyond: null },
  }),
];

describe('the search of the events', () => {
  it.each<[string, EventFilter, readonly number[]]>([
    ['nothing said', {}, [6, 5, 4, 3, 2, 1]],
    ['a kind', { kinds: ['disconnected', 'alert-fired'] }, [6, 4, 3]],
    ['problems, of which an end by request is none', { severity: 'problem' }, [6, 4]],
    ['routine', { severity: 'routine' }, [3]],
    ['a kind of another severity', { kinds: ['restarted'], severity: 'problem' }, []],
    ['a span, whose end is not meant', { from: 1500, to: 4000 }, [6, 3, 2]],
    ['a span in which nothing was', { from: 9000 }, []],
    ['some proxies', { ids: [lima] }, [2]],
    ['no proxy', { ids: [] }, []],
    ['a name without its accent', { text: 'lima' }, [2]],
    ['what JSON writes otherwise', { text: '"norte"' }, [2]],
    ['a backslash', { text: 'some\\rule' }, [6]],
    ['who, of what and in which shell, in any order', { text: 'web b.example ANA' }, [5]],
    ['an error', { text: 'reply-timeout' }, [4]],
    ['the names of facts, which nobody reads', { text: 'passwordchanged' }, []],
  ])('finds what is wanted by %s', (_, filter, ids) => {
    const { log } = logOfTest();
    const added = log.add(some);
    const found = log.list({ ...filter, limit: 100 });
    expect(found.map(({ id }) => id)).toEqual(ids);
    // What is told live is judged by the same.
    const live = added.filter(eventMatcher(filter)).map(({ id }) => id);
    expect(live.toReversed()).toEqual(ids);
    expect(toEnd(log.count(filter))).toEqual({
      count: ids.length,
      more: false,
      newest: 6,
      unreadable: 0,
    });
  });

  it('finds what cannot be read by that, and not by the kind as which it is stored', () => {
    const { database, log } = logOfTest();
    log.add([restarted(1)]);
    database.exec(`UPDATE event SET detail = '{"restarts":"many"}'`);
    expect(log.list({ kinds: ['restarted'], limit: 10 })).toEqual([]);
    expect(log.list({ kinds: ['unreadable'], limit: 10 })).toMatchObject([{ kind: 'unreadable' }]);
  });

  it('pages by an id over portions that have nothing, and pauses between them', () => {
    const { log } = logOfTest();
    const rare = { kind: 'login-refused', detail: { where: 'there', step: 'user' } } as const;
    log.add(
      Array.from({ length: 9001 }, (_, n) => restarted(n, n % 3000 === 0 ? { ...rare } : {})),
    );
    const filter = { kinds: ['login-refused'] } as const;
    const first = log.list({ ...filter, limit: 2 });
    expect(first.map(({ id }) => id)).toEqual([9001, 6001]);
    expect(log.list({ ...filter, limit: 2, before: 6001 }).map(({ id }) => id)).toEqual([3001, 1]);
    const steps = log.search({ ...filter, limit: 10 });
    let pauses = 0;
    while (steps.next().done !== true) pauses++;
    expect(pauses).toBeGreaterThan(3);
  });

  it('pauses after some of the texts that take long, whoever wrote them, and leaves none out', () => {
    const { log } = logOfTest();
    const accents = `a${'\u0301\u0323'.repeat(1500)}`;
    const count = 30;
    log.add(
      Array.from({ length: count }, (_, n) =>
        restarted(n, { profileName: n % 10 === 0 ? `${accents} Sol` : accents }),
      ),
    );
    const steps = log.search({ text: 'sol', limit: 100 });
    for (let pauses = 0; ; pauses++) {
      const step = steps.next();
      if (step.done !== true) continue;
      expect(step.value.map(({ id }) => id)).toEqual([21, 11, 1]);
      // Each row is as much as may be searched at once.
      expect(pauses).toBe(count);
      break;
    }
  });

  it('looks once for where a span lies, in parts, however many pages are read of it', () => {
    const { database, log } = logOfTest();
    const count = 100_000;
    // The first of them are of one time: no part of the index ends between two of these.
    database.exec(`WITH RECURSIVE row(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM row WHERE n < ${count})
      INSERT INTO event (at, profile_id, profile_name, kind, detail)
        SELECT max(n, 30000), '${madrid}', 'Madrid', 'restarted', '{"restarts":1}' FROM row`);
    const page = (query: { from?: number; to?: number; before?: number }) => {
      const steps = log.search({ ...query, limit: 10 });
      for (let pauses = 0; ; pauses++) {
        const step = steps.next();
        if (step.done === true) return { pauses, ids: step.value.map(({ id }) => id) };
      }
    };
    const span = { from: 2, to: count };
    const first = page(span);
    expect(first.ids[0]).toBe(count - 1);
    expect(first.pauses).toBeGreaterThan(2);
    const next = page({ ...span, before: first.ids.at(-1) ?? 0 });
    expect(next).toMatchObject({ pauses: 0 });
    expect(next.ids[0]).toBe(count - 11);
    // Also what the clock numbered out of order, and what came meanwhile.
    const [late] = log.add([restarted(50)]);
    expect(page(span)).toMatchObject({ pauses: 0, ids: [late?.id, ...first.ids.slice(0, 9)] });
    expect(page({ from: 40, to: 60 }).ids).toEqual([late?.id]);
    expect(page({ from: count + 1 }).ids).toEqual([]);
    expect(page({ to: 30_001, before: 6 }).ids).toEqual([5, 4, 3, 2, 1]);
  });

  it('counts so many, and of more that there are more', () => {
    const { log } = logOfTest();
    const of = (count: number) => Array.from({ length: count }, (_, n) => restarted(n));
    log.add(of(mostEventsCounted));
    expect(toEnd(log.count({}))).toMatchObject({ count: mostEventsCounted, more: false });
    log.add(of(1));
    expect(toEnd(log.count({}))).toMatchObject({ count: mostEventsCounted, more: true });
  });

  it('is served by indexes', () => {
    const { database } = logOfTest();
    const planOf = (filter: EventFilter): string => {
      const { where, values } = conditionsOf(filter);
      return explained(database, portionOf(where), { ...values, begin: 0, end: 10 });
    };
    expect(planOf({})).toContain('USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)');
    expect(planOf({ kinds: ['restarted'] })).toMatch(/USING INDEX event_of_kind \(kind=\? AND/);
    expect(planOf({ ids: [madrid] })).toMatch(/USING INDEX event_of_profile \(profile_id=\? AND/);
    for (const sql of [boundsInTime, endOfPart])
      expect(explained(database, sql, { from: 0, to: 1 })).toContain(
        'USING COVERING INDEX event_in_time (at>? AND at<?)',
      );
    expect(explained(database, boundsOfNew, { from: 0, to: 1, after: 1 })).toContain(
      'USING INTEGER PRIMARY KEY (rowid>?)',
    );
  });
});

function explained(
  database: DatabaseSync,
  sql: string,
  values: Parameters<ReturnType<DatabaseSync['prepare']>['all']>[0] & object,
): string {
  const rows = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(values as never);
  return rows.map(({ detail }) => String(detail)).join('\n');
}
