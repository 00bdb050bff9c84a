import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { trialPath } from '../../../../electron/change/trial/run-trial.ts';
import { createTrials } from '../../../../electron/change/trial/trials.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { Policy } from '../../../../shared/model/policy.ts';
import { temporaryDirectory } from '../../store/temporary-directory.ts';

function setUp(given: { platform?: NodeJS.Platform; policy?: Policy; allowed?: boolean } = {}) {
  const asked: string[] = [];
  let agrees = true;
  const trials = createTrials({
    isAllowed: () => given.allowed ?? true,
    policy: () => given.policy ?? {},
    by: () => 'Example Ltd',
    agree: async (command) => {
      asked.push(command);
      if (!agrees) throw new AppError('cancelled', { case: 'declined' });
    },
    user: 'ana',
    platform: given.platform ?? 'linux',
  });
  return {
    trials,
    asked,
    answer: (next: boolean) => {
      agrees = next;
    },
  };
}

describe('trying a transformation on this machine', () => {
  it.each([
    ['windows', { platform: 'win32' }],
    ['policy', { policy: { tryHere: false } }],
    ['off', { allowed: false }],
  ] as const)('is refused, and nobody is asked: %s', async (reason, given) => {
    const { trials, asked } = setUp(given);
    expect(trials.place().refused).toBe(reason);
    await expect(trials.run('touch /tmp/never', '')).rejects.toMatchObject({
      code: 'unsupported',
      detail: { case: 'trial', reason },
    });
    expect(asked).toEqual([]);
  });

  it('says what differs from the host of the proxy, and who forbids it', () => {
    expect(setUp().trials.place()).toEqual({
      refused: null,
      by: null,
      path: trialPath,
      user: 'ana',
    });
    expect(setUp({ policy: { tryHere: false } }).trials.place().by).toBe('Example Ltd');
  });
});

describe.skipIf(process.platform === 'win32')('a transformation that may be tried', () => {
  it('is agreed to once, whatever the mail, and each other one again', async () => {
    const { trials, asked } = setUp();
    expect((await trials.run('cat', 'one')).output).toBe('one');
    expect((await trials.run('cat', 'two')).output).toBe('two');
    await trials.run('rev', 'two');
    expect(asked).toEqual(['cat', 'rev']);
  });

  it('is not run where the user says no, and asked for again', async () => {
    const { trials, asked, answer } = setUp();
    answer(false);
    await expect(trials.run('cat', '')).rejects.toMatchObject({ code: 'cancelled' });
    answer(true);
    expect((await trials.run('cat', 'one')).output).toBe('one');
    expect(asked).toEqual(['cat', 'cat']);
  });

  it('is killed with the console', async () => {
    const { trials } = setUp();
    const started = join(temporaryDirectory(), 'started');
    const running = trials.run(`touch ${started}; sleep 60`, '');
    await expect.poll(() => existsSync(started)).toBe(true);
    trials.close();
    expect((await running).end).toBe('timeout');
  });
});
