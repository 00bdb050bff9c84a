import { describe, expect, it } from 'vitest';
import { consoleId } from '../../../shared/model/event.ts';
import type { ProxyState } from '../../../shared/model/proxy-state.ts';
import { someErrorValue } from '../../support/facts.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';
import { idOf, ready, ruleOf, setUp, waiting } from './rig.ts';

const minuteMs = 60_000;
const folder = (name: string) => ({ kind: 'folder', folder: name }) as const;
const above = {
  kind: 'metric',
  metric: 'connections',
  direction: 'above',
  raise: 100,
  clear: 50,
  bad: 2,
  of: 3,
} as const;

describe('an alert', () => {
  it('fires once when it lasted, is told once, and is told to be over', async () => {
    const { alerts, clock, turn, told, events } = setUp(3, [ruleOf()]);
    turn(0, waiting);
    await clock.advance(59_000);
    expect(alerts.open()).toEqual([]);
    await clock.advance(5000);
    turn(0, { kind: 'connecting', since: 0, attempt: 2, why: null });
    turn(0, waiting);
    await clock.advance(10 * minuteMs);
    expect(alerts.open()).toMatchObject([
      { about: { profileName: 'proxy 0', condition: { kind: 'down' } }, over: null },
    ]);
    turn(0, ready);
    await clock.advance(10_000);
    expect(alerts.open()).toEqual([]);
    expect(alerts.past(10)).toMatchObject([{ over: { why: 'recovered' } }]);
    expect(told()).toEqual(['fired 1', 'over 1']);
    expect(events.map(({ kind }) => kind)).toEqual(['alert-fired', 'alert-over']);
  });

  it('is one for many that fire together, and over when all of them are', async () => {
    const { alerts, clock, turn, told } = setUp(8, [ruleOf()]);
    for (const index of [0, 1, 2, 3, 4]) turn(index, waiting);
    await clock.advance(70_000);
    expect(alerts.open()).toHaveLength(5);
    expect(new Set(alerts.open().map(({ batch }) => batch)).size).toBe(1);
    for (const index of [0, 1, 2, 3]) turn(index, ready);
    await clock.advance(10_000);
    expect(told()).toEqual(['fired 5']);
    turn(4, ready);
    expect(told()).toEqual(['fired 5', 'over 5']);
  });

  it('is told again as the rule says, and no more once it is acknowledged with a reason', async () => {
    const { alerts, clock, turn, told, events } = setUp(3, [ruleOf({ againMinutes: 30 })]);
    turn(0, waiting);
    await clock.advance(62 * minuteMs);
    expect(told()).toEqual(['fired 1', 'again 1', 'again 1']);
    alerts.acknowledge(
      alerts.open().map(({ id }) => id),
      'cable',
    );
    await clock.advance(3 * 60 * minuteMs);
    expect(told()).toHaveLength(3);
    expect(alerts.open()).toMatchObject([{ acknowledged: { by: 'ana', reason: 'cable' } }]);
    expect(events.at(-1)).toMatchObject({
      kind: 'alert-acknowledged',
      detail: { reason: 'cable' },
    });
    turn(0, ready);
    turn(0, waiting);
    await clock.advance(2 * minuteMs);
    expect(alerts.open()).toMatchObject([{ acknowledged: null }]);
    expect(told().slice(3)).toEqual(['over 1', 'fired 1']);
  });

  it('is over at the next start where its proxy is removed', async () => {
    const directory = temporaryDirectory();
    const clock = createManualClock();
    const first = setUp(3, [ruleOf()], { directory, clock });
    first.turn(0, waiting);
    await clock.advance(70_000);
    const [fired] = first.alerts.open();
    first.alerts.acknowledge([fired?.id ?? ''], '');
    first.end();
    const again = setUp(0, [ruleOf()], { directory, clock });
    expect(again.alerts.open()).toEqual([]);
    expect(again.alerts.past(5)).toMatchObject([{ id: fired?.id, over: { why: 'proxy-removed' } }]);
  });

  it('stays one over a restart of the app, acknowledged or not, and recovers after it', async () => {
    const directory = temporaryDirectory();
    const clock = createManualClock();
    const first = setUp(1, [ruleOf()], { directory, clock });
    first.turn(0, waiting);
    await clock.advance(70_000);
    const [fired] = first.alerts.open();
    first.end();
    const begun = { kind: 'connecting', since: 0, attempt: 1, why: null } as const;
    const again = setUp(1, [ruleOf()], { directory, clock, state: begun });
    again.turn(0, waiting);
    await clock.advance(3 * minuteMs);
    expect(again.alerts.open()).toEqual([fired]);
    expect(again.told()).toEqual([]);
    again.turn(0, ready);
    expect(again.alerts.past(5)).toMatchObject([{ id: fired?.id, over: { why: 'recovered' } }]);
    await clock.advance(minuteMs);
    expect(again.told()).toEqual(['over 1']);
  });

  it.each(['off', 'vault-locked', 'no-password', 'password-needed-again'] as const)(
    'is not over for a proxy that nobody looks at (%s), also after a restart of the app',
    async (kind) => {
      const unseen: ProxyState =
        kind === 'off'
          ? { kind }
          : kind === 'vault-locked'
            ? { kind, since: 0 }
            : { kind: 'needs-attention', since: 0, why: someErrorValue(kind) };
      const refused: ProxyState = {
        kind: 'needs-attention',
        since: 0,
        why: someErrorValue('login-refused'),
      };
      const directory = temporaryDirectory();
      const clock = createManualClock();
      const rules = [ruleOf(), ruleOf({ id: idOf(901), condition: { kind: 'password-refused' } })];
      const first = setUp(3, rules, { directory, clock });
      first.turn(0, waiting);
      first.turn(1, refused);
      await clock.advance(70_000);
      expect(first.alerts.open()).toHaveLength(2);
      for (const index of [0, 1]) first.turn(index, unseen);
      await clock.advance(minuteMs);
      expect(first.alerts.open()).toHaveLength(2);
      first.end();
      const again = setUp(3, rules, { directory, clock, state: { kind: 'off' } as ProxyState });
      for (const index of [0, 1]) again.turn(index, unseen);
      await clock.advance(minuteMs);
      expect(again.alerts.open()).toHaveLength(2);
      for (const index of [0, 1]) again.turn(index, ready);
      await clock.advance(minuteMs);
      expect(again.alerts.open()).toEqual([]);
      expect(again.alerts.past(5)).toMatchObject([
        { over: { why: 'recovered' } },
        { over: { why: 'recovered' } },
      ]);
    },
  );

  it('of our own network is not over after a restart of the app at which nobody looks at any proxy', async () => {
    const directory = temporaryDirectory();
    const clock = createManualClock();
    const first = setUp(5, [ruleOf()], { directory, clock });
    for (const index of [0, 1, 2, 3, 4]) first.turn(index, waiting);
    await clock.advance(70_000);
    const [fired] = first.alerts.open();
    first.end();
    const off: ProxyState = { kind: 'off' };
    const again = setUp(5, [ruleOf()], { directory, clock, state: off });
    await clock.advance(minuteMs);
    expect(again.alerts.open()).toEqual([fired]);
    again.turn(0, ready);
    await clock.advance(minuteMs);
    expect(again.alerts.past(5)).toMatchObject([{ id: fired?.id, over: { why: 'recovered' } }]);
  });
});

describe('what is not told', () => {
  it('are alerts of proxies when our own network is down: one alert says that, until it is over', async () => {
    const { alerts, clock, turn, told, events } = setUp(5, [ruleOf()]);
    for (const index of [0, 1, 2, 3, 4]) turn(index, waiting);
    await clock.advance(10 * minuteMs);
    expect(alerts.open().map(({ about }) => about)).toEqual([
      { kind: 'own-network', lost: 5, watched: 5 },
    ]);
    alerts.acknowledge(
      alerts.open().map(({ id }) => id),
      'the cable',
    );
    for (const index of [0, 1, 2, 3]) turn(index, ready);
    await clock.advance(61_000);
    expect(told()).toEqual(['fired 1', 'over 1']);
    expect(events.slice(0, 3)).toMatchObject([
      { kind: 'own-network-down', profileId: consoleId, detail: { lost: 5, watched: 5 } },
      {
        kind: 'own-network-acknowledged',
        profileId: consoleId,
        detail: { by: expect.any(String), reason: 'the cable' },
      },
      { kind: 'own-network-up', profileId: consoleId, detail: { since: events[0]?.at } },
    ]);
    await clock.advance(10_000);
    expect(alerts.open()).toMatchObject([{ about: { profileName: 'proxy 4' } }]);
  });

  it('is what this machine without an interface cannot reach', async () => {
    const { alerts, clock, turn, now } = setUp(2, [ruleOf()]);
    now.hasInterface = false;
    turn(0, waiting);
    await clock.advance(5 * minuteMs);
    expect(alerts.open()).toMatchObject([{ about: { kind: 'own-network', lost: 1 } }]);
  });

  it('is what happens in maintenance, which is alarming when it lasts beyond', async () => {
    const { alerts, clock, turn } = setUp(4, [ruleOf()]);
    const from = clock.wall();
    alerts.saveMaintenance({
      id: idOf(800),
      note: '',
      scope: folder('Even'),
      from,
      to: from + 10 * minuteMs,
    });
    turn(0, waiting);
    turn(1, waiting);
    await clock.advance(5 * minuteMs);
    expect(alerts.open()).toMatchObject([{ about: { profileName: 'proxy 1' } }]);
    await clock.advance(7 * minuteMs);
    expect(alerts.open()).toHaveLength(2);
  });

  it('is what fires in quiet hours, until they are over', async () => {
    const clock = createManualClock();
    const date = new Date(clock.wall());
    const minute = date.getHours() * 60 + date.getMinutes();
    const quiet = { from: minute, to: (minute + 60) % 1440 };
    const { alerts, turn, told } = setUp(3, [ruleOf({ quiet })], { clock });
    turn(0, waiting);
    await clock.advance(50 * minuteMs);
    expect(alerts.open()).toHaveLength(1);
    expect(told()).toEqual([]);
    await clock.advance(11 * minuteMs);
    expect(told()).toEqual(['fired 1']);
  });
});

describe('a rule', () => {
  it('of a number needs its readings, and the clear value to be over', () => {
    const { alerts, read } = setUp(1, [ruleOf({ condition: above })]);
    read(0, { connections: 150n });
    expect(alerts.open()).toEqual([]);
    read(0, { connections: 151n });
    expect(alerts.open()).toMatchObject([{ about: { value: 151, usual: null } }]);
    for (let i = 0; i < 5; i++) read(0, { connections: 70n });
    expect(alerts.open()).toHaveLength(1);
    read(0, { connections: 50n });
    read(0, { connections: 50n });
    expect(alerts.open()).toEqual([]);
  });

  it('of the difference from the group names what is usual in it', () => {
    const condition = { kind: 'unlike', metric: 'connections', bad: 2, of: 2 } as const;
    const { alerts, read } = setUp(5, [ruleOf({ condition })]);
    for (let round = 0; round < 3; round++)
      for (const index of [0, 1, 2, 3, 4]) read(index, { connections: index === 4 ? 90n : 10n });
    expect(alerts.open()).toMatchObject([
      { about: { profileName: 'proxy 4', value: 90, usual: 10 } },
    ]);
  });

  it('has its proxies read at full pace where it says so, also where nobody looks, and no others', () => {
    const condition = { kind: 'unlike', metric: 'connections', bad: 2, of: 2 } as const;
    const scope = { kind: 'folder', folder: 'Odd' } as const;
    const rule = ruleOf({ condition, scope, fullPace: true });
    const { alerts, watching, now } = setUp(4, [rule, ruleOf({ id: idOf(901), condition })]);
    expect(watching()).toEqual([idOf(1), idOf(3)]);
    now.profiles = now.profiles.slice(0, 3);
    alerts.saveRule(rule);
    expect(watching()).toEqual([idOf(1)]);
    alerts.saveRule({ ...rule, enabled: false });
    expect(watching()).toEqual([]);
  });

  it('of a moment is over after a while by itself, and lasts on when it happens again', async () => {
    const { alerts, clock } = setUp(1, [ruleOf({ condition: { kind: 'restarted' } })]);
    const restarted = (): void =>
      alerts.event({
        id: 1,
        at: clock.wall(),
        profileId: idOf(0),
        profileName: 'proxy 0',
        kind: 'restarted',
        detail: { restarts: 1 },
      });
    restarted();
    await clock.advance(10 * minuteMs);
    restarted();
    await clock.advance(10 * minuteMs);
    expect(alerts.open()).toHaveLength(1);
    await clock.advance(6 * minuteMs);
    expect(alerts.open()).toEqual([]);
    expect(alerts.past(5)).toHaveLength(1);
  });

  it('goes on where it stood when a profile is edited, again and again', async () => {
    const { alerts, clock, turn, told, read } = setUp(3, [
      ruleOf(),
      ruleOf({ id: idOf(901), condition: { ...above, bad: 3 } }),
    ]);
    turn(0, waiting);
    for (let i = 0; i < 3; i++) {
      read(1, { connections: 200n });
      await clock.advance(30_000);
      alerts.dirty();
    }
    await clock.advance(10_000);
    expect(alerts.open().map(({ about }) => about)).toMatchObject([
      { profileName: 'proxy 0', condition: { kind: 'down' } },
      { profileName: 'proxy 1', condition: { kind: 'metric' } },
    ]);
    expect(told()).toEqual(['fired 1', 'fired 1']);
  });

  it('that is changed, switched off or removed ends what it fired', async () => {
    const { alerts, clock, turn } = setUp(2, [ruleOf()]);
    turn(0, waiting);
    await clock.advance(70_000);
    alerts.saveRule(ruleOf({ name: 'Down' }));
    expect(alerts.open()).toHaveLength(1);
    alerts.saveRule(ruleOf({ scope: folder('Odd') }));
    expect(alerts.past(1)).toMatchObject([{ over: { why: 'rule-changed' } }]);
    alerts.saveRule(ruleOf());
    await clock.advance(70_000);
    expect(alerts.open()).toHaveLength(1);
    alerts.removeRule(ruleOf().id);
    await clock.advance(30_000);
    expect(alerts.open()).toEqual([]);
    expect(alerts.past(1)).toMatchObject([{ over: { why: 'rule-removed' } }]);
  });

  it('that is removed and comes back goes on with what it fired, acknowledged or not, and tells nothing', async () => {
    const { alerts, clock, turn, told } = setUp(3, [ruleOf()]);
    turn(0, waiting);
    turn(1, waiting);
    await clock.advance(70_000);
    const [first] = alerts.open();
    alerts.acknowledge([first?.id ?? ''], 'cable');
    const before = alerts.open();
    alerts.removeRule(ruleOf().id);
    await clock.advance(10_000);
    alerts.saveRule(ruleOf());
    await clock.advance(3 * minuteMs);
    expect(alerts.open()).toEqual(before);
    expect(told()).toEqual(['fired 2']);
    turn(0, ready);
    turn(1, ready);
    expect(alerts.open()).toEqual([]);
    expect(told()).toEqual(['fired 2', 'over 2']);
  });
});

it('looks at nothing any more once it is closed, though sessions that end tell of it', async () => {
  const { alerts, clock, turn, read, told, end } = setUp(2, [ruleOf()]);
  turn(0, waiting);
  await clock.advance(61_000);
  end();
  const before = told().length;
  turn(1, waiting);
  read(0, { connections: 7n });
  alerts.dirty();
  expect(clock.timers).toBe(0);
  await clock.advance(600_000);
  expect(told()).toHaveLength(before);
});
