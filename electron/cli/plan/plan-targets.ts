import { plainWords } from '../../../shared/fleet/plain-words.ts';
import type { Classes } from '../../../shared/model/environment-class.ts';
import { createFilter } from '../../../shared/model/filter/filter.ts';
import type { PlanScope } from '../../../shared/model/plan.ts';
import { hasTag, isInFolder } from '../../../shared/model/plan-targets.ts';
import type { Profile } from '../../../shared/model/profile.ts';
import { usageError } from '../arguments/usage.ts';
import { profileNamed } from '../target/saved-profiles.ts';
import type { KnownProfiles } from '../target/with-managed.ts';

/** How the targets of a plan are chosen: by one of these. */
export interface TargetOptions {
  readonly profiles: readonly string[];
  readonly folder?: string;
  readonly tag?: string;
  readonly search?: string;
}

export interface Targets {
  readonly ids: readonly string[];
  readonly scope: PlanScope;
}

const help = 'plan create';

/** The proxies that are meant. Throws `invalid-input` where none is, `not-found` for a profile that is not there. */
export function targetsOf(profiles: KnownProfiles, options: TargetOptions): Targets {
  const { folder, tag, search, profiles: names } = options;
  const ways = [folder, tag, search].filter((way) => way !== undefined).length;
  if (ways + (names.length > 0 ? 1 : 0) !== 1) throw usageError({ case: 'targets' }, help);
  const all = profiles.list();
  const chosen = (fits: (profile: Profile) => boolean, scope: PlanScope): Targets => {
    const ids = all.filter(fits).map(({ id }) => id);
    if (ids.length === 0) throw usageError({ case: 'no-target' }, help);
    return { ids, scope };
  };
  if (folder !== undefined) {
    return chosen((profile) => isInFolder(profile, folder), { kind: 'folder', folder });
  }
  if (tag !== undefined) return chosen((profile) => hasTag(profile, tag), { kind: 'tag', tag });
  if (search !== undefined)
    return chosen(searchFor(search, profiles.allClasses(), help), { kind: 'search', search });
  return {
    ids: names.map((name) => profileNamed(profiles, name).id),
    scope: { kind: 'selection' },
  };
}

/**
 * Whether a profile fits a search; `help` is the command that has the help. Throws `invalid-input` for what only a running console knows, and for a
 * word that means nothing: the rest would choose more than is meant.
 */
export function searchFor(
  search: string,
  classes: Classes,
  help: string,
): (profile: Profile) => boolean {
  const filter = createFilter(search, plainWords(classes));
  const [problem] = filter.problems;
  if (problem !== undefined) throw usageError({ case: 'search-word', word: problem.value }, help);
  if (filter.live) throw usageError({ case: 'search-live' }, help);
  const unknown = { state: '', via: null, unlike: [], trouble: false };
  return (profile) => filter.fits(profile, unknown);
}
