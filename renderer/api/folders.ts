import { useMemo } from 'react';
import type { FolderEntry } from '../../shared/ipc/calls/profile.ts';
import type { Fetched } from './fetched.ts';
import { useCall } from './use-call.ts';

/** The folders of profiles, as they are now. */
export function useFolders(): Fetched<readonly FolderEntry[]> {
  return useCall('folders.list', {}, { live: true });
}

/** Those of them in which a profile of the user's own can lie, or with `managed` those that administrators supply; null until known. */
export function useFoldersOf({ managed }: { managed: boolean }): readonly FolderEntry[] | null {
  const { value } = useFolders();
  return useMemo(
    () => value?.filter((folder) => (folder.managed === true) === managed) ?? null,
    [value, managed],
  );
}
