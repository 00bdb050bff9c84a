import { nameKey, tagsIn } from './name.ts';
import type { Profile } from './profile.ts';

/** Whether a profile is in this folder, or beneath it; everything is beneath the top, which is empty. */
export function isInFolder({ folder }: Pick<Profile, 'folder'>, wanted: string): boolean {
  return wanted === '' || `${nameKey(folder)}/`.startsWith(`${nameKey(wanted)}/`);
}

/** Whether a profile has this tag, as people read it. */
export function hasTag({ tags }: Pick<Profile, 'tags'>, wanted: string): boolean {
  const key = nameKey(wanted);
  return tagsIn(tags).some((tag) => nameKey(tag) === key);
}
