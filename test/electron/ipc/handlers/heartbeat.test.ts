import { expect, it } from 'vitest';
import { heartbeatSource } from '../../../../electron/ipc/handlers/heartbeat.ts';
import { heartbeatMs } from '../../../../shared/ipc/heartbeat.ts';
import { callerWith } from '../../../support/caller.ts';
import { createManualClock } from '../../../support/manual-clock.ts';

it('tells a window at once and again and again, until it leaves', async () => {
  const clock = createManualClock();
  const heard: number[] = [];
  const stop = heartbeatSource(clock)({}, ({ at }) => heard.push(at), callerWith());
  const start = clock.wall();
  await clock.advance(2 * heartbeatMs);
  expect(heard.map((at) => at - start)).toEqual([0, heartbeatMs, 2 * heartbeatMs]);
  stop();
  await clock.advance(10 * heartbeatMs);
  expect(heard).toHaveLength(3);
  expect(clock.timers).toBe(0);
});
