import { describe, expect, it } from 'vitest';
import { makeReport } from '../../../electron/report/make-report.ts';
import type { Alert } from '../../../shared/model/alert.ts';
import { auditEntry, lima, madrid } from '../store/audit-entry.ts';
import { noon, sample } from '../store/samples.ts';
import {
  connectedAt,
  counting,
  hour,
  lostAt,
  minute,
  profileOf,
  second,
  setUp,
} from './report-rig.ts';

const uuid = (n: number): string => `${n}0000000-0000-4000-8000-000000000001`;

function alertOf(n: number, firedAt: number, overAt: number | null, profileId = madrid): Alert {
  return {
    id: uuid(n),
    batch: uuid(9),
    about: {
      kind: 'rule',
      ruleId: uuid(n),
      ruleName: '',
      condition: { kind: 'down', seconds: 60 },
      profileId,
      profileName: 'Madrid',
      value: null,
      usual: null,
    },
    firedAt,
    acknowledged: null,
    over: overAt === null ? null : { at: overAt, why: 'recovered' },
  };
}

describe('the availability of a proxy', () => {
  it('is the part of the watched time in which it was read, and what nobody watched is not down', async () => {
    const { history, events, run, report } = setUp();
    // Watched for the first half hour, in which ten minutes are an outage; then no console runs.
    run(noon - minute, noon + 30 * minute);
    history.add(counting(noon, noon + 20 * minute));
    events.add([connectedAt(noon), lostAt(noon + 20 * minute)]);
    const { proxies } = await report();
    expect(proxies).toMatchObject([
      {
        name: 'Madrid',
        upMs: 20 * minute,
        downMs: 10 * minute,
        unwatchedMs: 30 * minute,
        outages: 1,
        longestOutageMs: 10 * minute,
      },
    ]);
    expect(proxies[0]?.availability).toBeCloseTo(2 / 3, 3);
  });

  it('is not known where nobody watched, whatever was lost before', async () => {
    const { events, report } = setUp();
    events.add([lostAt(noon - hour)]);
    expect((await report()).proxies).toMatchObject([
      { availability: null, upMs: 0, downMs: 0, unwatchedMs: hour, outages: 0, bytes: null },
    ]);
  });

  it('counts an outage that began before the span, and not one after it', async () => {
    const { events, run, report } = setUp();
    run(noon - hour, noon + 2 * hour);
    events.add([lostAt(noon - hour / 2), connectedAt(noon + 5 * minute), lostAt(noon + 2 * hour)]);
    expect((await report()).proxies).toMatchObject([{ downMs: 5 * minute, outages: 1 }]);
  });

  it('of a proxy that was told to disconnect is not less', async () => {
    const { history, events, run, report } = setUp();
    run(noon, noon + hour);
    history.add(counting(noon, noon + 10 * minute));
    events.add([lostAt(noon + 10 * minute, 'cancelled')]);
    expect((await report()).proxies).toMatchObject([{ availability: 1, downMs: 0 }]);
  });

  it('is found behind very many events of others', async () => {
    const { events, run, report } = setUp();
    run(noon - hour, noon + hour);
    events.add([lostAt(noon - hour / 2)]);
    events.add(
      Array.from({ length: 2500 }, (_, n) => ({
        ...connectedAt(noon + n * second),
        profileId: lima,
      })),
    );
    expect((await report()).proxies).toMatchObject([{ downMs: hour, availability: 0 }]);
  });
});

describe('what a proxy moved', () => {
  it('goes on over a restart in the middle, which is counted', async () => {
    const { history, report } = setUp();
    const restart = { bytesPerSecond: null, accessesPerSecond: null, restart: true };
    const [first, ...others] = counting(noon + 30 * minute + second, noon + 60 * minute);
    history.add(counting(noon, noon + 30 * minute));
    history.add([{ ...(first ?? sample(noon)), ...restart }, ...others]);
    const { proxies, level } = await report({ to: noon + 2 * hour });
    expect(level).toBe('minute');
    expect(proxies).toMatchObject([
      { bytes: '359900', accesses: '3599', restarts: 1, connections: 5, mostConnections: 5 },
    ]);
    expect(proxies[0]?.roundTripMs).toEqual({ p50: 1.5, p95: 1.5 });
    expect(proxies[0]?.answered).toBe(1);
  });

  it('has the polls that were missed', async () => {
    const { history, report } = setUp();
    history.add(counting(noon, noon + minute).map((each) => ({ ...each, missed: 1 })));
    expect((await report()).proxies).toMatchObject([{ answered: 0.5 }]);
  });
});

describe('a report', () => {
  it('of an empty folder has no proxy', async () => {
    const { report } = setUp();
    const empty = await report({ scope: { kind: 'folder', folder: 'Peru' }, ids: [] });
    expect(empty).toMatchObject({ proxies: [], level: null, changes: { count: 0 }, odd: [] });
  });

  it('has who was removed since, of the whole fleet and of its folder, with what is kept', async () => {
    const { history, events, setProfiles, report } = setUp();
    history.add(counting(noon, noon + 10 * minute));
    setProfiles([profileOf(lima, 'Lima', 'Peru')]);
    events.add([
      {
        at: noon + 2 * hour,
        profileId: madrid,
        profileName: 'Madrid',
        kind: 'profile-removed',
        detail: { by: { case: 'unknown' }, folder: 'Spain/Castile' },
      },
    ]);
    const removed = { id: madrid, name: 'Madrid', removed: true, bytes: '60000' };
    expect((await report()).proxies).toMatchObject([removed, { name: 'Lima', removed: false }]);
    const folder = { kind: 'folder', folder: 'Spain' } as const;
    expect((await report({ scope: folder, ids: [] })).proxies).toMatchObject([removed]);
    const other = { kind: 'folder', folder: 'Peru' } as const;
    expect((await report({ scope: other, ids: [lima] })).proxies).toMatchObject([{ id: lima }]);
    const tag = { kind: 'tag', tag: 'mail' } as const;
    expect((await report({ scope: tag, ids: [] })).proxies).toEqual([]);
  });

  it('has the changes of the span and of its proxies, from here and from elsewhere', async () => {
    const { audit, events, report } = setUp();
    audit.add(auditEntry({ at: noon - 1 }));
    audit.add(auditEntry({ at: noon, requested: 'cat', after: 'cat' }));
    audit.add(auditEntry({ at: noon + 1, outcome: 'refused' }));
    audit.add(auditEntry({ at: noon + 2, profileId: lima }));
    events.add([
      {
        at: noon + 3,
        profileId: madrid,
        profileName: 'Madrid',
        kind: 'changed-elsewhere',
        detail: {
          setting: 'transformation',
          from: 'cat',
          to: null,
          since: noon,
          until: noon + 3,
          restarted: false,
        },
      },
    ]);
    const { changes, proxies } = await report();
    expect(changes).toMatchObject({
      count: 2,
      listed: [
        { at: noon + 3, from: 'cat', to: null, who: null, outcome: null },
        { at: noon, to: 'cat', who: 'ana', outcome: 'verified' },
      ],
    });
    expect(proxies).toMatchObject([{ changes: 2 }]);
  });

  it('has the alerts that held in it, and how many still do', async () => {
    const { alerts, report } = setUp();
    for (const alert of [
      alertOf(1, noon - 2 * hour, noon - hour),
      alertOf(2, noon - hour, noon + 10 * minute),
      alertOf(3, noon + 20 * minute, null),
      alertOf(4, noon + 2 * hour, null),
      alertOf(5, noon + minute, noon + 2 * minute, lima),
    ]) {
      alerts.add({ ...alert, over: null });
      alerts.put(alert);
    }
    const found = (await report()).alerts;
    expect(found).toMatchObject({ count: 2, open: 1, since: null });
    expect(found.listed.map(({ id }) => id)).toEqual([uuid(3), uuid(2)]);
  });

  it('names the odd one out of its folder, and puts the worst availability first', async () => {
    const { history, events, run, setProfiles, report } = setUp();
    const ids = [1, 2, 3, 4, 5].map(uuid);
    setProfiles(ids.map((id, n) => profileOf(id, `Proxy ${n + 1}`)));
    run(noon, noon + hour);
    for (const [n, id] of ids.entries())
      history.add(
        counting(noon, noon + minute, id).map((each) => ({
          ...each,
          connections: n === 4 ? 500n : 5n,
        })),
      );
    const lost = { ...lostAt(noon + minute), profileId: ids[3] ?? '', profileName: 'Proxy 4' };
    events.add([lost]);
    const { odd, proxies } = await report();
    expect(odd).toMatchObject([{ id: ids[4], trait: 'connections', value: 500, usual: 5 }]);
    expect(proxies[0]).toMatchObject({ name: 'Proxy 4' });
  });

  it('of a span that is not over goes up to now', async () => {
    const { report } = setUp(noon + 10 * minute);
    const { until, to, proxies } = await report();
    expect({ until, to }).toEqual({ until: noon + 10 * minute, to: noon + hour });
    expect(proxies).toMatchObject([{ unwatchedMs: 10 * minute }]);
  });

  it('is refused of a span that is none, has not begun, or is longer than a year', async () => {
    const { report } = setUp();
    for (const wanted of [
      { to: noon },
      { from: noon + 4 * hour, to: noon + 5 * hour },
      { from: noon - 400 * 24 * hour },
    ])
      await expect(report(wanted)).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('gives others a turn after each folder that is compared', async () => {
    const { parts, setProfiles } = setUp();
    const ids = [1, 2, 3, 4, 5, 6, 7, 8].map(uuid);
    setProfiles(ids.map((id, n) => profileOf(id, `Proxy ${n}`, n < 4 ? 'Spain' : 'Peru')));
    const wanted = { scope: { kind: 'all' }, ids, from: noon, to: noon + hour } as const;
    let turns = 0;
    const count = (): void => {
      turns++;
      if (turns < 10) setImmediate(count);
    };
    await makeReport(parts, wanted, new AbortController().signal, (done, of) => {
      if (done === of) setImmediate(count);
    });
    expect(turns).toBeGreaterThanOrEqual(2);
  });

  it('tells how far it is, and ends where it is taken back', async () => {
    const { parts, setProfiles } = setUp();
    const ids = [1, 2, 3].map(uuid);
    setProfiles(ids.map((id, n) => profileOf(id, `Proxy ${n}`)));
    const leaving = new AbortController();
    const told: (readonly number[])[] = [];
    const wanted = { scope: { kind: 'all' }, ids, from: noon, to: noon + hour } as const;
    const made = makeReport(parts, wanted, leaving.signal, (...progress) => {
      told.push(progress);
      if (progress[0] === 1) leaving.abort(new Error('taken back'));
    });
    await expect(made).rejects.toThrow('taken back');
    expect(told).toEqual([
      [0, 3],
      [1, 3],
    ]);
  });
});
