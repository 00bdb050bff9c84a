import { type Insight, none, valued } from './insight.ts';

/** Of a mean of fewer accesses for each proxy, chance alone makes a group unlike. */
export const fewestAccessesEach = 10;

/**
 * The part, from 0 to 1, that one of several has of what all of them move. `all` are those of whom it is known, with the one itself; null, where it
 * is not known of itself.
 */
export function shareOf(own: number | null, all: readonly number[]): Insight {
  return sharesOf(all)(own);
}

/** As `shareOf`, of many of the same ones: they are added up once. */
export function sharesOf(all: readonly number[]): (own: number | null) => Insight {
  const sum = all.reduce((total, each) => total + each, 0);
  return (own) => {
    if (own === null) return none({ case: 'no-data' });
    if (all.length < 2) return none({ case: 'alone' });
    return sum > 0 ? valued(own / sum) : none({ case: 'no-traffic' });
  };
}

/**
 * Jain's index of how evenly the accesses of a span lie on the proxies of a group: (Σx)² / (n·Σx²), 1 where all have the same, 1/n where one has
 * all (R. Jain, D.-M. Chiu, W. Hawe, A Quantitative Measure of Fairness, 1984). `accesses`: of each of whom they are known.
 */
export function balanceOf(accesses: readonly number[]): Insight {
  const count = accesses.length;
  if (count === 0) return none({ case: 'no-data' });
  if (count === 1) return none({ case: 'alone' });
  const sum = accesses.reduce((total, each) => total + each, 0);
  if (sum < fewestAccessesEach * count - 0.5) {
    return none({
      case: 'few-accesses',
      accesses: Math.round(sum),
      least: fewestAccessesEach * count,
    });
  }
  return valued(jainsIndex(accesses));
}

/** Of at least one value that is not zero, none of them negative. Computed on shares, so that no square overflows. */
export function jainsIndex(values: readonly number[]): number {
  const most = Math.max(...values);
  const parts = values.map((value) => value / most);
  const sum = parts.reduce((total, part) => total + part, 0);
  const squares = parts.reduce((total, part) => total + part * part, 0);
  return (sum * sum) / (values.length * squares);
}
