import { areStock } from '../../../shared/model/stock-credentials.ts';
import type { GlobalOptions } from '../arguments/global-options.ts';
import { givenPassword, typedPassword } from '../arguments/password.ts';
import type { CommandContext } from '../context.ts';
import type { ProxyTarget } from './target.ts';
import type { Login } from './with-proxy.ts';

/**
 * The password for this proxy: the one that comes with the command, else the one of its profile in the vault, else the one that is typed.
 * Throws `no-password` where there is none of these, and what the three throw.
 */
export async function passwordFor(
  context: CommandContext,
  options: GlobalOptions,
  target: ProxyTarget,
): Promise<string> {
  const given = await givenPassword(context, options);
  if (given !== null) return given;
  // Whoever says that it comes by standard input, and sits at a terminal, types it.
  const profile = options.passwordStdin ? null : target.profile;
  if (profile === null) return typedPassword(context, target);
  const { passwordInVault } = await import('./vault-password.ts');
  return (
    (await passwordInVault(context, options, profile)) ?? (await typedPassword(context, target))
  );
}

/** What logging in on this proxy takes. Throws what `passwordFor` throws. */
export async function loginFor(
  context: CommandContext,
  options: GlobalOptions,
  target: ProxyTarget,
): Promise<Login> {
  const password = await passwordFor(context, options, target);
  if (areStock(target.user, password)) {
    context.output.warn(context.texts.stockCredentials(target.name));
  }
  return { target, password, timeoutMs: options.timeout };
}
