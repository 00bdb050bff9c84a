import type { ConnectionTest } from '../../../shared/model/connection-test.ts';
import type { ProfileDraft } from '../../../shared/model/profile.ts';
import type { Roster } from '../../core/roster.ts';
import type { Handlers } from '../router.ts';

export interface ProfilesParts {
  readonly roster: Pick<Roster, 'entries' | 'entry' | 'save' | 'remove' | 'restore' | 'passwordOf'>;
  /** Connects, logs in, reads, quits; never rejects for what a proxy or network does. Stops when the signal fires. */
  readonly test: (
    draft: ProfileDraft,
    password: string | null,
    signal: AbortSignal,
  ) => Promise<ConnectionTest>;
}

export function profilesHandlers({
  roster,
  test,
}: ProfilesParts): Pick<
  Handlers,
  'profiles.list' | 'profiles.save' | 'profiles.remove' | 'profiles.restore' | 'profiles.test'
> {
  return {
    'profiles.list': () => roster.entries(),
    'profiles.save': async (change) => roster.entry(await roster.save(change)),
    'profiles.remove': async ({ id }) => {
      await roster.remove(id);
      return null;
    },
    'profiles.restore': async ({ id }) => roster.entry(await roster.restore(id)),
    'profiles.test': async ({ id, draft, password }, { gone }) => {
      const saved = id === undefined ? null : await roster.passwordOf(id);
      return test(draft, password ?? saved, gone);
    },
  };
}
