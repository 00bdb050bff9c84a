// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { createFleetStore } from '../../../../renderer/api/fleet-store.ts';
import { Sparklines } from '../../../../renderer/views/board/pictures/sparklines.tsx';
import type { FleetFrame } from '../../../../shared/model/fleet-frame.ts';
import { createFakeClient } from '../../fake-client.ts';
import { renderWith } from '../../hooks.tsx';
import { profileOf, snapshotOf } from '../../snapshots.ts';

it('does not look through the points of a fleet that stands still with every frame', () => {
  const fleet = createFleetStore(() => 0);
  const frame = (parts: Partial<FleetFrame>): void =>
    fleet.apply({
      at: 0,
      full: false,
      proxies: [],
      points: [],
      readings: null,
      removed: [],
      ...parts,
    });
  const points = vi.spyOn(fleet, 'points');
  const shown = ['a', 'b'].map((name) => profileOf(name));
  renderWith(
    { client: createFakeClient(), fleet },
    <Sparklines view={{ metric: 'bytesPerSecond', chart: '1m', scale: 'shared' }} shown={shown}>
      {null}
    </Sparklines>,
  );
  frame({ full: true, proxies: [snapshotOf('a', 'waiting'), snapshotOf('b', 'waiting')] });
  const looked = points.mock.calls.length;
  for (let i = 0; i < 20; i++) frame({ proxies: [snapshotOf('a', 'waiting')] });
  expect(points.mock.calls.length).toBe(looked);
});
