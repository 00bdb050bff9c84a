import { expect, it } from 'vitest';
import { idOf, ruleOf, setUp } from './rig.ts';

const missed = {
  kind: 'metric',
  metric: 'missedPolls',
  direction: 'above',
  raise: 20,
  clear: 5,
  bad: 1,
  of: 1,
} as const;

it('counts the missed polls of a proxy that never answered one, of the last five minutes', async () => {
  const { alerts, clock, read } = setUp(2, [ruleOf({ condition: missed })]);
  for (let i = 0; i < 20; i++) {
    alerts.missed(idOf(0), 1);
    await clock.advance(20_000);
  }
  expect(alerts.open()).toEqual([]);
  for (let i = 0; i < 12; i++) {
    alerts.missed(idOf(0), 1);
    await clock.advance(5000);
  }
  expect(alerts.open()).toMatchObject([{ about: { profileName: 'proxy 0', value: 21 } }]);
  await clock.advance(290_000);
  read(0, {});
  expect(alerts.open()).toEqual([]);
});
