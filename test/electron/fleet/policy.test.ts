import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  nextPoll,
  pollInterval,
  pollPhase,
  retryDelay,
  returnAfter,
} from '../../../electron/fleet/policy.ts';
import { AppError, type ErrorCode, errorCodes } from '../../../shared/errors.ts';
import { someError, someErrorValue } from '../../support/facts.ts';

const lost = someError('association-lost');
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

/** An INIT of the kernel that nobody answered is tried again sooner. */
function someOtherThanKernel(code: ErrorCode): AppError {
  return code === 'connect-timeout'
    ? new AppError(code, { case: 'udp', host: 'proxy.example', port: 9090, udpPort: 9899 })
    : someError(code);
}

describe('the delay before the next attempt', () => {
  it('lies between one second and a minute, and under a ceiling that doubles', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), random, (attempt, r) => {
        const delay = retryDelay(attempt, lost, () => r);
        expect(delay).toBeGreaterThanOrEqual(1000);
        expect(delay).toBeLessThanOrEqual(Math.min(60_000, 2000 * 2 ** Math.min(attempt, 20)));
      }),
    );
  });

  it('uses the whole width of its range', () => {
    expect(retryDelay(0, lost, () => 0)).toBe(1000);
    expect(retryDelay(0, lost, () => 0.999_999)).toBe(2000);
    expect(retryDelay(2, lost, () => 0.999_999)).toBe(8000);
    expect(retryDelay(50, lost, () => 0.999_999_9)).toBe(60_000);
    expect(retryDelay(50, lost, () => 0)).toBe(1000);
  });

  it('is a second at most where an INIT of the kernel was not answered, however often: nothing else tells that the network is back', () => {
    const unanswered = new AppError('connect-timeout', {
      case: 'kernel',
      host: 'proxy.example',
      port: 9090,
    });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), random, (attempt, r) => {
        const delay = retryDelay(attempt, unanswered, () => r);
        expect(delay).toBeGreaterThanOrEqual(500);
        expect(delay).toBeLessThanOrEqual(1000);
      }),
    );
  });

  it.each([
    'login-refused',
    'no-password',
    'no-kernel-sctp',
    'unsupported',
    'invalid-input',
    'secrets-unavailable',
    'vault-damaged',
    'vault-command-failed',
    'internal',
  ] as ErrorCode[])('stops at %s, which only the administrator can remove', (code) => {
    expect(retryDelay(0, someError(code), Math.random)).toBe('stop');
  });

  it.each([
    'unreachable',
    'refused',
    'connect-timeout',
    'udp-port-closed',
    'host-not-found',
    'association-lost',
    'reply-timeout',
    'protocol-error',
    'server-error',
  ] as ErrorCode[])('tries again after %s, which can pass', (code) => {
    expect(retryDelay(0, someOtherThanKernel(code), () => 0)).toBe(1000);
  });

  it('knows every code', () => {
    for (const code of errorCodes) {
      expect(() => retryDelay(0, someError(code), () => 0)).not.toThrow();
    }
  });

  it('stops at what is a bug', () => {
    expect(retryDelay(0, new TypeError('x is undefined'), () => 0)).toBe('stop');
  });
});

describe('the cadence of polls', () => {
  it('spreads any number of proxies over the interval', () => {
    for (const count of [2, 3, 10, 100, 1000]) {
      const phases = Array.from({ length: count }, (_, i) => pollPhase(i, 1000)).sort(
        (a, b) => a - b,
      );
      const gaps = phases.map((phase, i) => (phases[i + 1] ?? 1000 + (phases[0] ?? 0)) - phase);
      expect(Math.max(...gaps)).toBeLessThan((1000 / count) * 2.7);
      expect(phases.every((phase) => phase >= 0 && phase < 1000)).toBe(true);
    }
  });

  it('stays on its grid, in the future, and counts each time of the grid that went by', () => {
    const times = fc.record({
      phase: fc.integer({ min: 0, max: 5000 }),
      late: fc.integer({ min: 0, max: 1_000_000 }),
      interval: fc.integer({ min: 500, max: 60_000 }),
    });
    fc.assert(
      fc.property(times, ({ phase, late, interval }) => {
        const now = phase + late;
        const next = nextPoll(now, phase, interval);
        expect(next.due).toBeGreaterThan(now);
        expect(next.due - now).toBeLessThanOrEqual(interval);
        expect((next.due - phase) % interval).toBe(0);
        expect(next.missed).toBe(Math.floor(late / interval));
      }),
    );
  });

  it('keeps a time that is still to come', () => {
    expect(nextPoll(10, 20, 1000)).toEqual({ due: 20, missed: 0 });
  });

  it('is five times slower in a hidden window, and no faster than every five seconds', () => {
    expect(pollInterval(1, true)).toBe(1000);
    expect(pollInterval(0.5, false)).toBe(5000);
    expect(pollInterval(1, false)).toBe(5000);
    expect(pollInterval(10, false)).toBe(50_000);
  });

  it('is once a minute while a proxy is paused, and never oftener than without', () => {
    expect(pollInterval(0.5, true, true)).toBe(60_000);
    expect(pollInterval(3600, true, true)).toBe(3_600_000);
    expect(pollInterval(30, false, true)).toBe(150_000);
  });
});

describe('watching for a return', () => {
  const soughtAfter = (code: ErrorCode) => returnAfter(someErrorValue(code));

  it.each(['connect-timeout', 'unreachable', 'udp-port-closed', 'host-not-found'] as const)(
    'begins at once where nobody answered (%s)',
    (code) => {
      expect(soughtAfter(code)).toBe('silent');
    },
  );

  it('takes a request that was not even acknowledged for silence, and one that was not answered for the proxy itself', () => {
    const timeout = (unacknowledged: boolean) =>
      returnAfter(
        new AppError('reply-timeout', {
          case: 'request',
          where: 'proxy.example:9090',
          command: 'concurrentConnections',
          timeoutMs: 5000,
          unacknowledged,
        }).toValue(),
      );
    expect(timeout(true)).toBe('silent');
    expect(timeout(false)).toBe('answering');
    expect(soughtAfter('association-lost')).toBe('answering');
  });

  it.each(['refused', 'protocol-error', 'login-refused', 'server-error'] as const)(
    'is of no use where the proxy answers (%s)',
    (code) => {
      expect(soughtAfter(code)).toBeNull();
    },
  );
});
