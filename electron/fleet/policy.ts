import { AppError, type ErrorCode, type ErrorValue } from '../../shared/errors.ts';
import { isRetried } from '../../shared/fleet/retried.ts';

/** A session that was ready for this long is healthy: the next failure counts as the first. */
export const healthyAfterMs = 30_000;

const firstCeilingMs = 2000;
const shortestMs = 1000;
const longestMs = 60_000;

/**
 * How long to wait before the next attempt, milliseconds, or `stop` where trying again without the administrator is of no use (a wrong
 * password tried in a loop may lock an account). `attempt` counts failures in a row from 0; `random` answers [0, 1).
 * Exponential with full jitter between 1 s and a ceiling of 2 s, 4 s and so on to 60 s: a fleet that lost its network does not return in step.
 */
export function retryDelay(attempt: number, error: unknown, random: () => number): number | 'stop' {
  if (!isWorthRetrying(error)) return 'stop';
  // Nothing but another INIT shows that a network which drops the kernel's SCTP is back; one that nobody answers costs no peer anything.
  if (isUnansweredKernelInit(error)) return Math.round(shortestMs * (0.5 + random() / 2));
  const ceiling = Math.min(longestMs, firstCeilingMs * 2 ** Math.min(attempt, 10));
  return Math.round(shortestMs + random() * (ceiling - shortestMs));
}

function isUnansweredKernelInit(error: unknown): boolean {
  return (
    error instanceof AppError && error.code === 'connect-timeout' && error.detail.case === 'kernel'
  );
}

/** Whether the error can pass by itself. What is no `AppError` is a bug, which it cannot. */
function isWorthRetrying(error: unknown): boolean {
  return error instanceof AppError && isRetried(error.code);
}

/** Whether what stopped the attempts was that no password was to be had, so that another vault may end it. */
export function wantsPassword(code: ErrorCode): boolean {
  switch (code) {
    case 'no-password':
    case 'password-needed-again':
    case 'vault-damaged':
    case 'vault-refused':
    case 'vault-command-failed':
    case 'secrets-unavailable':
      return true;
    default:
      return false;
  }
}

/**
 * Whether it is worth watching for the proxy's return while its next attempt waits, by what ended the last one: `silent` where nobody answered,
 * `answering` where that may be the proxy's own doing, so that only a silence after it shows that the network was gone; null where the proxy
 * answers, and would refuse again.
 */
export function returnAfter({ code, detail }: ErrorValue): 'silent' | 'answering' | null {
  switch (code) {
    case 'host-not-found':
    case 'udp-port-closed':
    case 'unreachable':
    case 'connect-timeout':
      return 'silent';
    case 'reply-timeout':
      return detail.case === 'request' && detail.unacknowledged ? 'silent' : 'answering';
    case 'association-lost':
      return 'answering';
    default:
      return null;
  }
}

const goldenRatio = 0.618_033_988_749_895;

/** So many proxies that nobody looks at share one moment of the interval: one wake-up of the processor serves them all. */
const sharing = 10;

/** Where in the interval the n-th proxy is polled that nobody looks at, milliseconds. */
export function sharedPhase(index: number, intervalMs: number): number {
  return pollPhase(Math.floor(index / sharing), intervalMs);
}

/** Where in the interval the n-th proxy is polled, milliseconds: spread evenly however many there are. */
export function pollPhase(index: number, intervalMs: number): number {
  return ((index * goldenRatio) % 1) * intervalMs;
}

/**
 * A paused proxy is read so rarely, milliseconds. SPCP has no limit for an idle session; but a UDP way forgets one in some minutes, and a proxy
 * that is gone has to be noticed.
 */
export const pausedMs = 60_000;

/** Milliseconds between two polls. What nobody looks at is polled five times slower, and no oftener than every 5 s. */
export function pollInterval(pollSeconds: number, watched: boolean, paused = false): number {
  if (paused) return Math.max(pausedMs, pollInterval(pollSeconds, watched));
  return watched ? pollSeconds * 1000 : Math.max(5000, pollSeconds * 5000);
}

/** The first time after `now` on the grid `phase + k * interval`, and how many times of the grid after `due` went by without a poll. */
export function nextPoll(
  now: number,
  due: number,
  intervalMs: number,
): { readonly due: number; readonly missed: number } {
  if (now < due) return { due, missed: 0 };
  const steps = Math.floor((now - due) / intervalMs) + 1;
  return { due: due + steps * intervalMs, missed: steps - 1 };
}
