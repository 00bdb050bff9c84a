import { setImmediate } from 'node:timers/promises';
import { AppError } from '../../shared/errors.ts';
import { inTurns, type Steps } from '../base/steps.ts';

/** Lets a signal of the system arrive, for which a loop that only reads and writes leaves no time. Throws `cancelled` where one did. */
export async function requireGoingOn(interrupted: AbortSignal): Promise<void> {
  await setImmediate();
  if (interrupted.aborted) throw new AppError('cancelled', { case: 'output' });
}

/** What the steps come to. Throws as they do, and `cancelled` at the pause after which nobody waits for it. */
export async function whileGoingOn<T>(steps: Steps<T>, interrupted: AbortSignal): Promise<T> {
  try {
    return await inTurns(steps, interrupted);
  } catch (error) {
    if (!interrupted.aborted) throw error;
    throw new AppError('cancelled', { case: 'output' }, { cause: error });
  }
}
