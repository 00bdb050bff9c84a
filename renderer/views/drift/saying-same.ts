import type { DriftRow } from '../../../shared/model/drift.ts';

/** The rows of which the same is said in the same place: what becomes of it there, becomes of all of these. */
export function sayingSame(rows: readonly DriftRow[], of: DriftRow): readonly DriftRow[] {
  const place = placeOf(of);
  return place === null ? [] : rows.filter((row) => placeOf(row) === place);
}

function placeOf({ setting, intended }: DriftRow): string | null {
  if (intended.kind !== 'said') return null;
  const { source } = intended;
  switch (source.kind) {
    case 'own':
      return null;
    case 'folder':
      return JSON.stringify([setting, 'folder', source.id]);
    case 'tag':
      return JSON.stringify([setting, 'tag', source.tag]);
  }
}
