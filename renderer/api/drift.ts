import { useMemo } from 'react';
import type { TagEntry } from '../../shared/ipc/calls/drift.ts';
import type { DriftRow } from '../../shared/model/drift.ts';
import type { Fetched } from './fetched.ts';
import { useCall } from './use-call.ts';

/** What is intended, held against what is in force, as it is now. */
export function useDrift(): Fetched<readonly DriftRow[]> {
  return useCall('drift.list', {}, { live: true });
}

/** The rows of one proxy; empty while nothing is intended of it, or known. */
export function useDriftOf(profileId: string): readonly DriftRow[] {
  const { value } = useDrift();
  return useMemo(
    () => value?.filter((row) => row.profileId === profileId) ?? [],
    [value, profileId],
  );
}

/** What tags intend, as it is now. */
export function useTagIntents(): Fetched<readonly TagEntry[]> {
  return useCall('tags.list', {}, { live: true });
}
