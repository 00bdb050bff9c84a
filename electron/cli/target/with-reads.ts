import type { ConnectionInfo } from '../../../shared/model/proxy-state.ts';
import type { GlobalOptions } from '../arguments/global-options.ts';
import type { CommandContext } from '../context.ts';
import type { ProxyReads } from './proxy-reads.ts';
import type { ProxyInConsole } from './running-console.ts';
import type { ProxyTarget } from './target.ts';
import { type Login, withProxy } from './with-proxy.ts';

/**
 * The proxy on the session of the console that watches the data directory; null where a session of the command's own is wanted, or the only one.
 * Throws as `proxyInConsole`.
 */
export async function inConsole(
  context: CommandContext,
  options: GlobalOptions,
  { profile }: Pick<ProxyTarget, 'profile'>,
  patient = false,
): Promise<ProxyInConsole | null> {
  if (profile === null || options.alone) return null;
  const { proxyInConsole } = await import('./running-console.ts');
  return proxyInConsole(context, options, profile, patient);
}

/** How a proxy is reached: `login` is asked for where the session is the command's own. */
export interface Way {
  readonly login: () => Promise<Login>;
  /** A session that the console lost is waited for until it has it again. */
  readonly patient?: boolean;
}

/**
 * Runs the task on a console's session with the proxy where one runs that keeps one, so that no second one is opened, else on one of the command's
 * own. Throws what they and the task throw, and `cancelled`.
 */
export async function withReads<T>(
  context: CommandContext,
  options: GlobalOptions,
  target: ProxyTarget,
  { login, patient }: Way,
  task: (client: ProxyReads, connection: ConnectionInfo) => Promise<T>,
): Promise<T> {
  const through = await inConsole(context, options, target, patient);
  if (through === null) return withProxy(context, await login(), task);
  try {
    return await task(through.client, through.connection);
  } finally {
    through.close();
  }
}
