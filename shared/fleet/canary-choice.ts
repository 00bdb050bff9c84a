import type { CanaryChoice, CanaryShare } from '../model/canary.ts';
import { canaryCount } from '../model/canary.ts';
import { fewestAccesses } from './canary.ts';

/** A target that could be changed first. */
export interface Candidate {
  readonly id: string;
  readonly guarded: boolean;
  /** Null where it is not known. */
  readonly accessesPerSecond: number | null;
}

/**
 * Who is changed first: who is named; else the least used of those whose accesses in a hold of so many seconds are enough for a verdict, of no
 * guarded class where there are others, and of those that are not used so much the first. `null` where the one that is named is not among them.
 */
export function chooseCanaries(
  candidates: readonly Candidate[],
  share: CanaryShare,
  holdSeconds: number,
): { readonly ids: readonly string[]; readonly choice: CanaryChoice } | null {
  if (share.kind === 'one' && share.id !== null) {
    const named = candidates.find(({ id }) => id === share.id);
    return named === undefined ? null : { ids: [named.id], choice: { case: 'named' } };
  }
  const isUsed = ({ accessesPerSecond }: Candidate): boolean =>
    (accessesPerSecond ?? 0) * holdSeconds >= 2 * fewestAccesses;
  const rank = (each: Candidate): number => (each.guarded ? 2 : 0) + (isUsed(each) ? 0 : 1);
  const sorted = candidates
    .map((each, index) => ({ each, index }))
    .sort(
      (a, b) =>
        rank(a.each) - rank(b.each) ||
        (isUsed(a.each)
          ? (a.each.accessesPerSecond ?? 0) - (b.each.accessesPerSecond ?? 0)
          : a.index - b.index),
    )
    .map(({ each }) => each);
  const chosen = sorted.slice(0, canaryCount(share, candidates.length));
  const [first] = chosen;
  if (first === undefined) return null;
  const choice: CanaryChoice =
    isUsed(first) && first.accessesPerSecond !== null
      ? {
          case: 'least-used',
          accessesPerSecond: first.accessesPerSecond,
          of: candidates.length,
        }
      : { case: 'first', of: candidates.length };
  return { ids: chosen.map(({ id }) => id), choice };
}
