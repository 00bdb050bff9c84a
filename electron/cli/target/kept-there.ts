import { AppError } from '../../../shared/errors.ts';
import type { ProxyStateKind } from '../../../shared/model/state-kinds.ts';
import { pause } from '../../base/pause.ts';
import type { GlobalOptions } from '../arguments/global-options.ts';
import type { CommandContext } from '../context.ts';

/** A session that a console is opening is waited for so long, and looked at so often, milliseconds. */
const usualTimeoutMs = 10_000;
const lookMs = 200;

/**
 * What a console does about a proxy: it has a session, waits to reach it again, or is opening one; then a command opens none beside it. `not`: it leaves
 * the proxy alone.
 */
export type Keeping = 'ready' | 'waiting' | 'opening' | 'not';

const keepings: Readonly<Record<ProxyStateKind, Keeping>> = {
  ready: 'ready',
  waiting: 'waiting',
  connecting: 'opening',
  authenticating: 'opening',
  off: 'not',
  'vault-locked': 'not',
  'needs-attention': 'not',
};

/** What a console does about a proxy that stands so there. */
export function keepingOf(kind: ProxyStateKind): Keeping {
  return keepings[kind];
}

export interface Patience {
  /** Looks again; false once a session that is being opened was waited for long enough, or after an interruption. */
  again(): Promise<boolean>;
}

/** For as long as a command waits for a session that is being opened: `--timeout`, or the usual time. */
export function patienceOf(
  { interrupted }: Pick<CommandContext, 'interrupted'>,
  { timeout = usualTimeoutMs }: Pick<GlobalOptions, 'timeout'>,
): Patience {
  const until = performance.now() + timeout;
  return {
    async again() {
      if (performance.now() > until || interrupted.aborted) return false;
      await pause(lookMs, interrupted);
      return true;
    },
  };
}

/** How a command asks what only a session of the console's can answer. */
export interface AskKept extends Pick<CommandContext, 'interrupted'> {
  readonly options: Pick<GlobalOptions, 'timeout'>;
  /** A proxy that is not reached is waited for without an end, too, as the console does. */
  readonly patient: boolean;
}

/**
 * What a console answers about a proxy that it keeps a session with, once it has it; null where it keeps none, does not know the proxy or is gone,
 * so that a session of the command's own is the only one. Rejects with `not-connected` where it has none in time, and as `ask`, which is to reject
 * after an interruption.
 */
export async function askKept<T>(
  ask: () => Promise<T>,
  { interrupted, options, patient }: AskKept,
): Promise<{ readonly value: T } | null> {
  const patience = patienceOf({ interrupted }, options);
  for (;;) {
    try {
      return { value: await ask() };
    } catch (error) {
      const keeping = keepingIn(error);
      if (keeping === 'not') return null;
      if (keeping === null) throw error;
      if (patient) await pause(lookMs, interrupted);
      else if (keeping === 'waiting' || !(await patience.again())) throw error;
    }
  }
}

/** What an answer says of it; null where the proxy or something else is in the way. */
function keepingIn(error: unknown): Keeping | null {
  if (!(error instanceof AppError)) return null;
  if (error.code === 'not-found') return 'not';
  if (error.code !== 'not-connected') return null;
  const { detail } = error;
  if (detail.case === 'console') return 'not';
  // One that just ended is opened again.
  return detail.case === 'proxy' ? keepingOf(detail.state) : 'opening';
}
