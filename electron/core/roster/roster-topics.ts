import { isDeepStrictEqual } from 'node:util';
import type { ClassEntry } from '../../../shared/ipc/calls/class.ts';
import type { TagEntry } from '../../../shared/ipc/calls/drift.ts';
import type { FolderEntry } from '../../../shared/ipc/calls/profile.ts';
import type { Profile } from '../../../shared/model/profile.ts';
import type { ResolvedProfile } from '../../../shared/model/resolve-profile.ts';
import { createTopic } from '../../base/topic.ts';
import { compareFolders, type FoldersChange } from './folders/folders.ts';
import { compareProfiles, type RosterChange } from './roster-change.ts';

/** What the roster has now. */
export interface RosterNow {
  readonly resolved: () => readonly ResolvedProfile[];
  readonly folders: () => readonly FolderEntry[];
  readonly tags: () => readonly TagEntry[];
  readonly classes: () => readonly ClassEntry[];
}

const nothingChanged: RosterChange = {
  added: [],
  edited: [],
  removed: [],
  passwordChanged: [],
  restated: [],
  here: true,
};

/** Tells what is other than when it was told last: folders, tags and classes before the profiles in which they show. */
export function createRosterTopics(now: RosterNow) {
  const profiles = createTopic<RosterChange>();
  const folders = createTopic<FoldersChange>();
  const tags = createTopic<readonly TagEntry[]>();
  const classes = createTopic<readonly ClassEntry[]>();
  let known = all(now);
  return {
    profiles,
    folders,
    tags,
    classes,
    /** `passwordChanged` are ids; `here`: by this console. */
    tell(passwordChanged: readonly string[], here: boolean): void {
      const before = known;
      known = all(now);
      const changed = compareFolders(before.folders, known.folders);
      if (changed !== null) folders.publish(changed);
      if (!isDeepStrictEqual(before.tags, known.tags)) tags.publish(known.tags);
      if (!isDeepStrictEqual(before.classes, known.classes)) classes.publish(known.classes);
      const change = compareProfiles(before.resolved, known.resolved, passwordChanged, here);
      if (change !== null) profiles.publish(change);
    },
    /** The same holds of these for another reason, or more is known of their passwords. */
    restate(restated: readonly Profile[]): void {
      if (restated.length > 0) profiles.publish({ ...nothingChanged, restated });
    },
  };
}

function all({ resolved, folders, tags, classes }: RosterNow) {
  return { resolved: resolved(), folders: folders(), tags: tags(), classes: classes() };
}
