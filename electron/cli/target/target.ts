import { type Classes, onlyUsualClasses } from '../../../shared/model/environment-class.ts';
import { hostAndPort } from '../../../shared/model/host.ts';
import { placeSchema } from '../../../shared/model/place.ts';
import type { Profile } from '../../../shared/model/profile.ts';
import type { Target } from '../../transport/transport.ts';
import type { GlobalOptions } from '../arguments/global-options.ts';
import { usageError } from '../arguments/usage.ts';
import { validated } from '../arguments/validate.ts';
import type { CommandContext } from '../context.ts';
import { placeOf } from './place.ts';

/** The proxy that a command is for. */
export interface ProxyTarget {
  /** For people: the profile's name, or host and port. */
  readonly name: string;
  readonly address: Target;
  readonly user: string;
  /** Null where the options say where it is. */
  readonly profile: Profile | null;
  /** All classes that there are where there is a profile, else the usual ones. */
  readonly classes: Classes;
}

/** Which proxy the options name. Throws `invalid-input`, `not-found` (no such profile), `storage-failed`. */
export async function resolveTarget(
  context: CommandContext,
  options: GlobalOptions,
): Promise<ProxyTarget> {
  const { profile: name } = options;
  if (name !== undefined) {
    // With all that keeps profiles, which a command for a proxy that is named by its host starts without.
    const { profileNamed, withProfiles } = await import('./saved-profiles.ts');
    const [profile, classes] = await withProfiles(
      context,
      options,
      (saved) => [profileNamed(saved, name), saved.allClasses()] as const,
    );
    return { name: profile.name, address: profile, user: profile.user, profile, classes };
  }
  if (options.host === undefined) {
    throw usageError({ case: 'proxy-missing' });
  }
  const { user, ...address } = validated(placeSchema, placeOf(options));
  const called = hostAndPort(address.host, address.port);
  return { name: called, address, user, profile: null, classes: onlyUsualClasses };
}
