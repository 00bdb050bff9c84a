import { searchKey } from '../../../shared/model/search.ts';

/** At most this many are offered. */
const maxOffered = 3;

/** Those of the names that are most like this one, the nearest first; none that has little in common with it. */
export function nearestNames(name: string, names: readonly string[]): string[] {
  const wanted = searchKey(name);
  return names
    .map((candidate) => ({ candidate, distance: likeness(wanted, searchKey(candidate)) }))
    .filter(({ candidate, distance }) => distance <= Math.max(2, candidate.length / 2))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, maxOffered)
    .map(({ candidate }) => candidate);
}

/** Edits between two names; a part of a name is one edit away from it. */
function likeness(a: string, b: string): number {
  if (a !== '' && b.includes(a)) return Number(a !== b);
  return editDistance(a, b);
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (const [i, from] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const replaced = (row[j] ?? 0) + Number(from !== b[j]);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
