import { describe, expect, it } from 'vitest';
import { batchesOf } from '../../../renderer/api/alerts.ts';
import {
  formOf,
  isSame,
  type RuleForm,
  ruleOf,
  withNumber,
} from '../../../renderer/views/alerts/rules/rule-form.ts';
import type { Alert } from '../../../shared/model/alert.ts';
import { type AlertRule, alertNumbers } from '../../../shared/model/alert-rule.ts';

const id = '00000000-0000-4000-8000-000000000001';
const made = { id, enabled: true };
const base = { id, enabled: false, name: 'Mine', againMinutes: 30, fullPace: false };

describe('another number', () => {
  it('has limits of its own, and those that were typed for it before', () => {
    const begun: RuleForm = { ...formOf(null), raise: 900, clear: 700 };
    const other: RuleForm = { ...begun, ...withNumber(begun, 'meanDuration') };
    expect(other).toMatchObject({ metric: 'meanDuration', raise: 60, clear: 45 });
    const back: RuleForm = { ...other, ...withNumber(other, 'roundTripMs') };
    expect(back).toMatchObject({ metric: 'roundTripMs', raise: 900, clear: 700 });
    expect(isSame(begun, back)).toBe(true);
  });

  it.each(alertNumbers)('makes a rule as it is begun: %s', (metric) => {
    const form = formOf(null);
    expect(ruleOf({ ...form, ...withNumber(form, metric) }, made).rule).not.toBeNull();
  });
});

describe('the form of a rule', () => {
  it.each<AlertRule>([
    { ...base, scope: { kind: 'all' }, condition: { kind: 'down', seconds: 90 }, quiet: null },
    {
      ...base,
      scope: { kind: 'proxy', id },
      condition: { kind: 'unlike', metric: 'connections', bad: 2, of: 4 },
      quiet: { from: 1320, to: 365 },
    },
    {
      ...base,
      scope: { kind: 'folder', folder: 'Europe/Madrid' },
      condition: {
        kind: 'metric',
        metric: 'bytesPerSecond',
        direction: 'below',
        raise: 10,
        clear: 20,
        bad: 1,
        of: 1,
      },
      quiet: null,
      fullPace: true,
    },
    {
      ...base,
      scope: { kind: 'search', search: 'tag:mail -host:test' },
      condition: {
        kind: 'metric',
        metric: 'share',
        direction: 'above',
        raise: 0.07,
        clear: 0.06,
        bad: 1,
        of: 1,
      },
      quiet: null,
    },
    { ...base, scope: { kind: 'tag', tag: 'mail' }, condition: { kind: 'restarted' }, quiet: null },
  ])('gives back the rule that it was filled from: $condition.kind', (rule) => {
    expect(ruleOf(formOf(rule), rule)).toEqual({ rule, faults: new Set() });
  });

  it('takes durations as the command line does', () => {
    const typed = { ...formOf(null), kind: 'down', seconds: '5m', again: '1h' } as const;
    expect(ruleOf(typed, made).rule).toMatchObject({
      condition: { seconds: 300 },
      againMinutes: 60,
    });
    expect(ruleOf({ ...typed, again: '' }, made).rule).toMatchObject({ againMinutes: 0 });
  });

  it('of a new rule is one', () => {
    expect(ruleOf(formOf(null), made).rule).toMatchObject({ ...made, scope: { kind: 'all' } });
  });

  it.each<[Partial<RuleForm>, string]>([
    [{ kind: 'down', seconds: '5s' }, 'seconds'],
    [{ kind: 'down', seconds: '60' }, 'seconds'],
    [{ kind: 'down', seconds: '1x' }, 'seconds'],
    [{ kind: 'down', seconds: '10.5s' }, 'seconds'],
    [{ kind: 'down', seconds: '' }, 'seconds'],
    [{ clear: 501 }, 'clear'],
    [{ metric: 'share', raise: 101, clear: 1 }, 'raise'],
    [{ scope: 'search', search: ' ' }, 'search'],
    [{ raise: '' }, 'raise'],
    [{ bad: 6 }, 'bad'],
    [{ of: 0.5 }, 'of'],
    [{ again: '90s' }, 'again'],
    [{ again: '25h' }, 'again'],
    [{ raise: '10k' }, 'raise'],
    [{ quiet: true, quietFrom: '' }, 'quietFrom'],
    [{ quiet: true, quietTo: 'x' }, 'quietTo'],
    [{ scope: 'folder' }, 'folder'],
    [{ scope: 'tag' }, 'tag'],
    [{ scope: 'proxy' }, 'proxy'],
    [{ name: 'a\u200bb' }, 'name'],
  ])('with %o names the field that is wrong: %s', (change, field) => {
    const { rule, faults } = ruleOf({ ...formOf(null), ...change }, made);
    expect(rule).toBeNull();
    expect([...faults]).toEqual([field]);
  });
});

describe('alerts that fired together', () => {
  it('are one, the newest first', () => {
    const alert = (batch: string, firedAt: number): Alert =>
      ({ id: `${batch}${firedAt}`, batch, firedAt }) as Alert;
    const batches = batchesOf([alert('a', 1), alert('b', 2), alert('a', 3)]);
    expect(batches.map((batch) => batch.map(({ id: each }) => each))).toEqual([
      ['a3', 'a1'],
      ['b2'],
    ]);
  });
});
