import type { Place } from '../../../shared/model/place.ts';
import { usualSettings } from '../../../shared/model/profile-words.ts';

/**
 * What the password of a folder is bound to: the folder and who logs in. No host is called so, which keeps it from being given out for any
 * proxy; each profile that inherits it has it sealed for its own place.
 */
export function folderPlace(id: string, user: string): Place {
  return { ...usualSettings, host: `folder:${id}`, user };
}
