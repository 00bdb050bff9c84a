import { describe, expect, it } from 'vitest';
import { createSteady } from '../../../shared/fleet/steady.ts';
import { type Difference, weightOf } from '../../../shared/fleet/unlike.ts';

const number = (value: number, score = 5): Difference => ({
  kind: 'number',
  trait: 'bytesPerSecond',
  value,
  usual: 100,
  score,
});
const setting = (value: string, alike = 11): Difference => ({
  kind: 'setting',
  trait: 'transformation',
  value,
  usual: 'cat',
  alike,
  known: 12,
});
const found = (...list: readonly Difference[]) =>
  new Map(list.length === 0 ? [] : [['a', list] as const]);

describe('what is told of differences', () => {
  it('is a number when it was found twice in a row, and no more when it was twice not', () => {
    const { renew } = createSteady();
    expect(renew(found(number(500))).size).toBe(0);
    expect(renew(found()).size).toBe(0);
    expect(renew(found(number(500))).size).toBe(0);
    expect(renew(found(number(500))).get('a')).toEqual([number(500)]);
    expect(renew(found()).get('a')).toEqual([number(500)]);
    expect(renew(found(number(500))).get('a')).toEqual([number(500)]);
    expect(renew(found()).get('a')).toEqual([number(500)]);
    expect(renew(found()).size).toBe(0);
  });

  it('is a setting at once', () => {
    const { renew } = createSteady();
    expect(renew(found(setting('tr'))).get('a')).toEqual([setting('tr')]);
    expect(renew(found()).size).toBe(0);
  });

  it('is the same as before while its facts are about the same', () => {
    const { renew } = createSteady();
    renew(found(number(500), setting('tr')));
    const told = renew(found(number(500), setting('tr')));
    expect(renew(found(number(540), setting('tr')))).toBe(told);
    const next = renew(found(number(560), setting('tr')));
    expect(next.get('a')).toEqual([number(560), setting('tr')]);
    expect(renew(found(number(560), setting('tr', 10))).get('a')?.[1]).toEqual(setting('tr', 10));
  });
});

describe('how far from usual a proxy is', () => {
  it('adds up what differs, and lets no number outweigh all else', () => {
    expect(weightOf([])).toBe(0);
    expect(weightOf([number(1, -4)])).toBe(4);
    expect(weightOf([number(1, 900)])).toBe(weightOf([setting('tr')]));
    expect(weightOf([number(1, 900), setting('tr')])).toBe(2 * weightOf([setting('tr')]));
  });
});
