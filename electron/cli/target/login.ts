import { areStock } from '../../../shared/model/stock-credentials.ts';
import type { GlobalOptions } from '../arguments/global-options.ts';
import { readPassword } from '../arguments/password.ts';
import type { CommandContext } from '../context.ts';
import type { ProxyTarget } from './target.ts';
import type { Login } from './with-proxy.ts';

/** What logging in on this proxy takes. Throws what `readPassword` throws. */
export async function loginFor(
  context: CommandContext,
  options: GlobalOptions,
  target: ProxyTarget,
): Promise<Login> {
  const password = await readPassword(context, options, target);
  if (areStock(target.user, password)) {
    context.output.warn(context.texts.stockCredentials(target.name));
  }
  return { target, password, timeoutMs: options.timeout };
}
