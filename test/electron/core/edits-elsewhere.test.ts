import { expect, it } from 'vitest';
import { createEditsElsewhere } from '../../../electron/core/edits-elsewhere.ts';
import type { NewEvent } from '../../../shared/model/event.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { lima, madrid } from '../store/audit-entry.ts';

const added = (profileId: string): NewEvent => ({
  at: 1,
  profileId,
  profileName: 'one',
  kind: 'profile-added',
  detail: { by: { case: 'elsewhere' }, folder: '' },
});

function setUp() {
  const clock = createManualClock();
  const told: string[] = [];
  const edits = createEditsElsewhere({
    clock,
    tell: (events) => told.push(...events.map(({ profileId }) => profileId)),
  });
  return { clock, told, edits };
}

it('are told once whoever made them had the time to do it', async () => {
  const { clock, told, edits } = setUp();
  edits.heard([added(madrid)]);
  edits.heard([]);
  expect(told).toEqual([]);
  await clock.advance(4000);
  expect(told).toEqual([]);
  await clock.advance(1000);
  expect(told).toEqual([madrid]);
  edits.close();
  expect(told).toEqual([madrid]);
});

it('are told at once where the console ends', async () => {
  const { clock, told, edits } = setUp();
  edits.heard([added(madrid)]);
  edits.heard([added(lima)]);
  edits.close();
  expect(told).toEqual([madrid, lima]);
  await clock.advance(10_000);
  expect(told).toEqual([madrid, lima]);
});
