import { describe, expect, it } from 'vitest';
import { wouldFire } from '../../../electron/alerts/would-fire.ts';
import { onlyUsualClasses } from '../../../shared/model/environment-class.ts';
import type { HistoryRange } from '../../../shared/model/history.ts';
import { unknownCount } from '../../../shared/model/open-count.ts';
import type { OpenCount } from '../../../shared/model/open-count-schema.ts';
import { idOf, ready, ruleOf, setUp, waiting } from './rig.ts';

const believed: OpenCount = { verdict: 'counted-out', accesses: 600, rise: 0 };
const long = {
  kind: 'metric',
  metric: 'meanDuration',
  direction: 'above',
  raise: 8,
  clear: 6,
  bad: 2,
  of: 3,
} as const;

async function readFor(
  rig: ReturnType<typeof setUp>,
  seconds: number,
  connections: bigint,
): Promise<void> {
  for (let i = 0; i < seconds / 5; i++) {
    rig.read(0, { connections, accessesPerSecond: 2, bytesPerSecond: 1000 });
    await rig.clock.advance(5000);
  }
}

describe('a rule about an insight', () => {
  it('fires by the readings of the last minutes, where its conditions hold', async () => {
    const rig = setUp(1, [ruleOf({ condition: long })]);
    await readFor(rig, 300, 20n);
    expect(rig.alerts.open()).toEqual([]);
    rig.now.openCount = believed;
    await readFor(rig, 60, 20n);
    expect(rig.alerts.open()).toMatchObject([{ about: { profileName: 'proxy 0', value: 10 } }]);
    rig.read(0, { connections: 2n, restart: true });
    await readFor(rig, 200, 2n);
    expect(rig.alerts.open()).toHaveLength(1);
    await readFor(rig, 200, 2n);
    expect(rig.alerts.open()).toEqual([]);
  });

  it('says nothing after a restart that was seen before the rule was there, as the proxy’s page', async () => {
    const rig = setUp(1, []);
    rig.now.openCount = believed;
    await readFor(rig, 30, 20n);
    rig.read(0, { connections: 2n, restart: true });
    rig.alerts.saveRule(ruleOf({ condition: long }));
    await readFor(rig, 290, 20n);
    expect(rig.alerts.open()).toEqual([]);
    await readFor(rig, 60, 20n);
    expect(rig.alerts.open()).toHaveLength(1);
  });

  it('says nothing of five minutes most of which nobody looked at', async () => {
    const rig = setUp(1, [ruleOf({ condition: long })]);
    rig.now.openCount = believed;
    await readFor(rig, 140, 20n);
    expect(rig.alerts.open()).toEqual([]);
    await readFor(rig, 60, 20n);
    expect(rig.alerts.open()).toHaveLength(1);
  });

  it('of the share is of those that the rule is for alone', async () => {
    const condition = { ...long, metric: 'share', raise: 0.7, clear: 0.6 } as const;
    const scope = { kind: 'folder', folder: 'Even' } as const;
    const { alerts, read, clock } = setUp(4, [ruleOf({ condition, scope })]);
    for (let i = 0; i < 30; i++) {
      for (const [index, bytesPerSecond] of [900, 9000, 100, 9000].entries())
        read(index, { bytesPerSecond, accessesPerSecond: 1 });
      await clock.advance(5000);
    }
    expect(alerts.open()).toMatchObject([{ about: { profileName: 'proxy 0', value: 0.9 } }]);
  });

  it('would have fired as it does, by what was recorded', async () => {
    const now = 100 * 3_600_000;
    const open = [5, 5, 5, 5, 5, 5, 5, 30, 30, 30, 30, 30, 30, 30, 30, 5, 5, 5, 5, 5, 5, 5, 5];
    const at = open.map((_, i) => now - (open.length - i) * 60_000);
    const band = (mean: number[]) => ({ min: mean, mean, max: mean });
    const range = {
      since: at[0] ?? null,
      at,
      connections: band(open),
      accessesPerSecond: band(open.map(() => 2)),
      bytesPerSecond: band(open.map(() => 1000)),
      marks: [],
    } as unknown as HistoryRange;
    const { now: fleet } = setUp(1, []);
    const asked = (count: OpenCount) =>
      wouldFire(
        {
          clock: { wall: () => now },
          profiles: () => fleet.profiles,
          classes: () => onlyUsualClasses,
          maintenance: () => [],
          openCountOf: () => count,
          history: { range: async () => range, missed: async () => ({ at: [], missed: [] }) },
          events: { list: async () => [] },
        },
        ruleOf({ condition: { ...long, raise: 10, clear: 9 } }),
      );
    const { spans, basis } = await asked(believed);
    expect(basis).toBe('minutes');
    expect(spans).toEqual([{ profileId: idOf(0), from: at[11], to: at[18] }]);
    expect((await asked(believed)).knownMinutes).toBe(at.length - 4);
    expect(await asked(unknownCount)).toMatchObject({ spans: [], knownMinutes: 0 });
  });
});

describe('a rule for what a search finds', () => {
  it('is for those that fit now, also where profiles are edited', async () => {
    const scope = { kind: 'search', search: 'tag:mail -folder:odd' } as const;
    const { alerts, turn, now, clock } = setUp(4, [ruleOf({ scope })]);
    for (const index of [0, 1]) turn(index, waiting);
    await clock.advance(70_000);
    expect(alerts.open()).toEqual([]);
    now.profiles = now.profiles.map((profile) => ({ ...profile, tags: 'mail' }));
    alerts.dirty();
    await clock.advance(70_000);
    expect(alerts.open()).toMatchObject([{ about: { profileName: 'proxy 0' } }]);
    now.profiles = now.profiles.map((profile) => ({ ...profile, tags: '' }));
    alerts.dirty();
    expect(alerts.open()).toEqual([]);
    expect(alerts.past(1)).toMatchObject([{ over: { why: 'rule-changed' } }]);
    turn(0, ready);
  });
});
