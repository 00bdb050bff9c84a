import { AppError } from '../../../shared/errors.ts';
import { onlyUsualClasses } from '../../../shared/model/environment-class.ts';
import { hostAndPort } from '../../../shared/model/host.ts';
import type { Profile } from '../../../shared/model/profile.ts';
import { noSuchProfile } from '../../base/no-such-profile.ts';
import type { SettingsClient } from '../../change/transaction.ts';
import type { GlobalOptions } from '../arguments/global-options.ts';
import { givenPassword } from '../arguments/password.ts';
import type { CommandContext } from '../context.ts';
import { passwordFrom, unlock, withVaults } from '../target/vault-password.ts';
import { openSession } from '../target/with-proxy.ts';

/** Runs a task on a session of its own with the proxy of a profile. Rejects with `not-found`, `no-password`, and as a session does. */
export type WithSession = <T>(
  profileId: string,
  task: (client: SettingsClient) => Promise<T>,
) => Promise<T>;

/** The password of a profile. Rejects with `no-password`, and as a vault does. */
export type PasswordOf = (profile: Profile) => Promise<string>;

/**
 * Runs a task that may log in on many proxies: with the password that comes with the command, else each with its own from the vault, which is opened
 * once. An interruption ends only what is still connecting: a change that is under way ends in order.
 */
export async function withSessions<T>(
  context: CommandContext,
  options: GlobalOptions,
  profileOf: (id: string) => Profile | undefined,
  task: (withSession: WithSession, passwordOf: PasswordOf) => Promise<T>,
): Promise<T> {
  const given = await givenPassword(context, options);
  return withVaults(context, options, async (here) => {
    let unlocked: Promise<void> | null = null;
    const passwordOf = async (profile: Profile): Promise<string> => {
      if (given !== null) return given;
      if (here.vaults.inForce().locked) {
        unlocked ??= unlock(context, here.vaults);
        await unlocked;
      }
      const password = await passwordFrom(context, here, profile);
      if (password !== null) return password;
      const { user, host, port } = profile;
      throw new AppError('no-password', {
        case: 'command-line',
        user,
        name: hostAndPort(host, port),
      });
    };
    const withSession: WithSession = async (id, deed) => {
      const profile = profileOf(id);
      if (profile === undefined) throw noSuchProfile(id);
      const { user, name } = profile;
      const password = await passwordOf(profile);
      const target = { name, address: profile, user, profile, classes: onlyUsualClasses };
      const { client } = await openSession(context.interrupted, {
        target,
        password,
        timeoutMs: options.timeout,
      });
      try {
        return await deed(client);
      } finally {
        await client.quit();
      }
    };
    return task(withSession, passwordOf);
  });
}
