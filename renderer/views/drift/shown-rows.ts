import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import { type DriftRow, driftStates } from '../../../shared/model/drift.ts';
import type { Filter } from '../../../shared/model/filter/filter.ts';
import type { ProxySnapshot } from '../../../shared/model/fleet-frame.ts';
import { filtered } from '../../fleet/arrangement/arrange.ts';

/** A row with the profile that it is of. */
export interface ShownRow {
  readonly row: DriftRow;
  readonly profile: ProfileEntry;
}

/** The rows of those that fit the filter, worst first, else in the order of the profiles. Without `all` those in line are left out. */
export function shownRows(
  rows: readonly DriftRow[],
  profiles: readonly ProfileEntry[],
  filter: Filter,
  { all, snapshots }: { all: boolean; snapshots: ReadonlyMap<string, ProxySnapshot> },
): readonly ShownRow[] {
  const fitting = filtered(profiles, filter, { snapshots, differences: new Map() });
  const byId = new Map(fitting.map((profile, place) => [profile.id, { profile, place }]));
  return rows
    .filter(({ state }) => all || state !== 'in-line')
    .flatMap((row) => {
      const found = byId.get(row.profileId);
      return found === undefined ? [] : [{ row, ...found }];
    })
    .toSorted(
      (a, b) =>
        driftStates.indexOf(a.row.state) - driftStates.indexOf(b.row.state) || a.place - b.place,
    );
}
