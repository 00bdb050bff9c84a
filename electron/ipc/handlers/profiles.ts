import type { Roster } from '../../core/roster/roster.ts';
import type { Handlers } from '../parts.ts';

export interface ProfilesParts {
  readonly roster: Pick<Roster, 'entries' | 'entry' | 'save' | 'remove' | 'restore'>;
}

export function profilesHandlers({
  roster,
}: ProfilesParts): Pick<
  Handlers,
  'profiles.list' | 'profiles.save' | 'profiles.remove' | 'profiles.restore'
> {
  return {
    'profiles.list': () => roster.entries(),
    'profiles.save': async (change) => roster.entry(await roster.save(change)),
    'profiles.remove': async (removal) => {
      await roster.remove(removal);
      return null;
    },
    'profiles.restore': async ({ id }) => roster.entry(await roster.restore(id)),
  };
}
