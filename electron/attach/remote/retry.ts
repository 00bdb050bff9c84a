import { AppError } from '../../../shared/errors.ts';
import { retryDelay } from '../../fleet/policy.ts';

/** Whether what the way or the console said can pass by itself. */
function isPassing({ code, detail }: AppError): boolean {
  switch (code) {
    case 'attach-refused':
      // A console that begins or ends just then.
      return detail.case === 'no-answer' || detail.case === 'token';
    case 'remote-console':
      if (detail.case === 'neither') return detail.own === null && detail.team === null;
      return detail.case === 'ended' || detail.case === 'not-running' || detail.case === 'silent';
    case 'host-not-found':
    case 'unreachable':
    case 'connect-timeout':
    case 'relay-failed':
      return true;
    default:
      return false;
  }
}

/** How long to wait before the next attempt, milliseconds; null where trying again without somebody who does something is of no use. As a proxy's. */
export function remoteRetryDelay(
  attempt: number,
  error: AppError,
  random: () => number,
): number | null {
  if (!isPassing(error)) return null;
  const delay = retryDelay(
    attempt,
    new AppError('relay-failed', { case: 'not-started', cause: '' }),
    random,
  );
  return delay === 'stop' ? null : delay;
}
