import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AlertNeeds,
  type AlertVerdict,
  calm,
  step,
  type Watch,
} from '../../../../shared/fleet/alerts/watch.ts';

const once: AlertNeeds = { bad: 1, of: 1, lastingMs: 0 };
const letters: Readonly<Record<string, AlertVerdict>> = {
  b: 'bad',
  c: 'clear',
  '-': 'between',
  '?': 'unknown',
  x: 'suppressed',
};

/** What happens at each look, one a second: F fires, R recovers, a dot nothing. */
function happenings(looks: string, needs: AlertNeeds, begin: Watch = calm): string {
  let watch = begin;
  return [...looks]
    .map((letter, second) => {
      const stepped = step(watch, letters[letter] ?? 'unknown', second * 1000, needs);
      watch = stepped.watch;
      return { fired: 'F', recovered: 'R', none: '.' }[stepped.happened ?? 'none'];
    })
    .join('');
}

describe('a rule and one proxy', () => {
  it.each([
    [
      'fires once however long it is bad, and once more after it recovered',
      'bbbcbb',
      once,
      'F..RF.',
    ],
    ['needs so many of so many looks', 'bcbcbbb', { ...once, bad: 3, of: 4 }, '.....F.'],
    ['is not cleared between the raise and the clear value', 'b--c', once, 'F..R'],
    ['is as slow to recover', 'bbcbcc', { ...once, bad: 2, of: 3 }, '.F..R.'],
    ['is neither begun nor ended by what is not known', 'b?c?b', once, 'F.R.F'],
    ['has to last', 'bbbb', { ...once, lastingMs: 3000 }, '...F'],
    ['begins to last anew when it was clear', 'bbcbbbb', { ...once, lastingMs: 3000 }, '......F'],
    ['lasts on while it is not known', 'b??b', { ...once, lastingMs: 3000 }, '...F'],
    ['begins anew when it was suppressed', 'bbxbbbb', { ...once, lastingMs: 3000 }, '......F'],
    ['stays as it is while it is suppressed', 'bxxc', once, 'F..R'],
  ])('%s', (_, looks, needs, expected) => {
    expect(happenings(looks, needs)).toBe(expected);
  });

  it('recovers also when it was acknowledged, and fires anew after', () => {
    expect(happenings('bbcb', once, { phase: 'acknowledged', recent: [] })).toBe('..RF');
  });

  it('fires and recovers in turn, and never without enough of the looks that it needs', () => {
    const look = fc.constantFrom('b', 'c', '-', '?', 'x');
    const needs = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 4 }), fc.nat(5000))
      .map(([bad, more, lastingMs]): AlertNeeds => ({ bad, of: bad + more, lastingMs }));
    fc.assert(
      fc.property(fc.array(look, { maxLength: 60 }), needs, (looks, need) => {
        const happened = happenings(looks.join(''), need);
        expect(happened.replaceAll('.', '')).toMatch(/^(FR)*F?$/);
        let from = 0;
        for (const [i, each] of [...happened].entries()) {
          if (each === '.') continue;
          const wanted = each === 'F' ? 'b' : 'c';
          const seen = looks.slice(from, i + 1).filter((letter) => letter === wanted).length;
          expect(seen).toBeGreaterThanOrEqual(need.bad);
          from = i + 1;
        }
      }),
    );
  });
});
