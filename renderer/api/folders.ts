import type { ProfileFolder } from '../../shared/model/stored-profile.ts';
import type { Fetched } from './fetched.ts';
import { useCall } from './use-call.ts';

/** The folders of profiles, as they are now. */
export function useFolders(): Fetched<readonly ProfileFolder[]> {
  return useCall('folders.list', {}, { live: true });
}
