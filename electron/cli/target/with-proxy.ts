import { AppError } from '../../../shared/errors.ts';
import type { ConnectionInfo } from '../../../shared/model/proxy-state.ts';
import { connectClient, type SpcpClient } from '../../spcp/client.ts';
import type { CommandContext } from '../context.ts';
import type { ProxyTarget } from './target.ts';

/** Where to log in, and for how long to wait, milliseconds, for the association and for each answer; the core's own times unless told. */
export interface Login {
  readonly target: ProxyTarget;
  readonly password: string;
  readonly timeoutMs: number | undefined;
}

/**
 * Logs in, runs the task, and ends the session in order, whatever happens; also when it is interrupted, after the answer that is under way.
 * Throws what `connectClient` and the task throw, and `cancelled`.
 */
export async function withProxy<T>(
  { interrupted }: CommandContext,
  login: Login,
  task: (client: SpcpClient, connection: ConnectionInfo) => Promise<T>,
): Promise<T> {
  const { client, connection } = await openSession(interrupted, login);
  const quit = () => void client.quit();
  if (interrupted.aborted) quit();
  interrupted.addEventListener('abort', quit, { once: true });
  try {
    return await task(client, connection);
  } catch (error) {
    throw interrupted.aborted && isEnd(error) ? wasInterrupted(login.target.name, error) : error;
  } finally {
    interrupted.removeEventListener('abort', quit);
    await client.quit();
  }
}

/**
 * Logs in. The signal ends the attempt only: a session is left with QUIT, for which its request under way has to be answered first. Throws as
 * `connectClient`.
 */
export async function openSession(
  interrupted: AbortSignal,
  { target, password, timeoutMs }: Login,
) {
  const attempt = new AbortController();
  const cancel = () => attempt.abort();
  if (interrupted.aborted) cancel();
  interrupted.addEventListener('abort', cancel, { once: true });
  try {
    return await connectClient(
      target.address,
      { user: target.user, password },
      { signal: attempt.signal, timeoutMs, connectTimeoutMs: timeoutMs },
    );
  } finally {
    interrupted.removeEventListener('abort', cancel);
  }
}

function isEnd(error: unknown): boolean {
  return (
    error instanceof AppError && (error.code === 'not-connected' || error.code === 'cancelled')
  );
}

function wasInterrupted(name: string, cause: unknown): AppError {
  return new AppError('cancelled', { case: 'command', name }, { cause });
}
