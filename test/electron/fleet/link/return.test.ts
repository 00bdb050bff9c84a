import { describe, expect, it } from 'vitest';
import { createMonitor } from '../../../../electron/fleet/monitor.ts';
import type { ReturnOptions } from '../../../../electron/transport/return/return-watch.ts';
import { AppError } from '../../../../shared/errors.ts';
import { createManualClock } from '../../../support/manual-clock.ts';
import { profileOf } from '../memory-fleet.ts';

/** A link whose attempts and calls back the test plays. */
function setUp() {
  const clock = createManualClock();
  const attempts: { fail: () => void }[] = [];
  const watches: { wasSilent: boolean; awayMs: number; callBack: () => void }[] = [];
  const monitor = createMonitor({
    open: (_profile, _password, { signal }) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
        attempts.push({
          fail: () =>
            reject(
              new AppError('connect-timeout', {
                case: 'kernel',
                host: 'proxy.test',
                port: 9090,
              }),
            ),
        });
      }),
    returns: {
      remember: () => {},
      setVisible: () => {},
      back: (_target: unknown, { wasSilent, awayMs }: ReturnOptions) =>
        new Promise((resolve) => watches.push({ wasSilent, awayMs, callBack: resolve })),
    },
    passwordOf: async () => 'secret',
    clock,
    random: () => 0.5,
  });
  const profile = profileOf(1);
  monitor.setProfiles([profile]);
  const failLast = async () => {
    attempts.at(-1)?.fail();
    await clock.advance(0);
  };
  const callBack = async () => {
    watches.at(-1)?.callBack();
    await clock.advance(0);
  };
  return { clock, monitor, id: profile.id, attempts, watches, failLast, callBack };
}

describe('a link whose proxy calls back', () => {
  it('is tried at once, and has to fall silent first where it could not be connected all the same', async () => {
    const { clock, attempts, watches, failLast, callBack } = setUp();
    await clock.advance(0);
    await failLast();
    await callBack();
    expect(attempts).toHaveLength(2);
    await failLast();
    expect(watches.map(({ wasSilent }) => wasSilent)).toEqual([true, false]);
  });

  it('is watched for with the time that it has been away, over all attempts', async () => {
    const { clock, watches, failLast } = setUp();
    await clock.advance(0);
    for (let attempt = 0; attempt < 3; attempt++) {
      await failLast();
      await clock.advance(10_000);
    }
    expect(watches.map(({ awayMs }) => awayMs)).toEqual([0, 10_000, 20_000]);
  });

  it('is any other again once somebody began another attempt', async () => {
    const { clock, monitor, id, attempts, watches, failLast, callBack } = setUp();
    await clock.advance(0);
    await failLast();
    await callBack();
    monitor.reset(id);
    await clock.advance(0);
    expect(attempts).toHaveLength(3);
    await failLast();
    expect(watches.map(({ wasSilent }) => wasSilent)).toEqual([true, true]);
  });
});
