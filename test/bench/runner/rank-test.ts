/**
 * How likely it is that two samples of the same lie as far apart as these do, or farther: Mann and Whitney's test, exact and of both sides, which
 * supposes nothing of how the values are spread. Values that are the same share their ranks. Throws where either sample is empty.
 */
export function chanceOfSame(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || b.length === 0) throw new Error('nothing was measured');
  const ranks = doubledRanks([...a, ...b]);
  const sum = ranks.slice(0, a.length).reduce((total, rank) => total + rank, 0);
  const ways = waysOfSums(ranks, a.length);
  // Twice the mean of a rank is one more than how many there are.
  const middle = a.length * (ranks.length + 1);
  let [all, farther] = [0, 0];
  for (const [of, count] of ways) {
    all += count;
    if (Math.abs(of - middle) >= Math.abs(sum - middle)) farther += count;
  }
  return farther / all;
}

/** Twice the rank of each, so that halves of shared ones are whole. */
function doubledRanks(values: readonly number[]): number[] {
  return values.map((value) => {
    const less = values.filter((other) => other < value).length;
    const same = values.filter((other) => other === value).length;
    return 2 * less + same + 1;
  });
}

/** In how many ways so many of the ranks have each sum. */
function waysOfSums(ranks: readonly number[], size: number): Map<number, number> {
  const bySize = Array.from({ length: size + 1 }, () => new Map<number, number>());
  bySize[0]?.set(0, 1);
  for (const rank of ranks)
    for (let of = size; of > 0; of--)
      for (const [sum, count] of bySize[of - 1] ?? []) {
        const target = bySize[of];
        target?.set(sum + rank, (target.get(sum + rank) ?? 0) + count);
      }
  return bySize[size] ?? new Map();
}
