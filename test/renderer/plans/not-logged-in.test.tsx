// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { createStore } from '../../../renderer/api/store.ts';
import { NotLoggedIn } from '../../../renderer/views/plans/not-logged-in.tsx';
import type { ProxySnapshot } from '../../../shared/model/fleet-frame.ts';
import { type PlanStep, planStepSchema } from '../../../shared/model/plan.ts';
import { renderWith } from '../hooks.tsx';
import { snapshotOf } from '../snapshots.ts';

const idOf = (number: number) => `00000000-0000-4000-8000-00000000000${number}`;
const stepOf = (number: number, state: PlanStep['state']) =>
  planStepSchema.parse({
    profileId: idOf(number),
    profileName: `mail-${number}`,
    guarded: false,
    planned: { setting: 'transformation', next: 'true' },
    seen: null,
    state,
    undoes: null,
    auditId: null,
    error: null,
  });

function shown(states: readonly ProxySnapshot['state']['kind'][]): string {
  const snapshots = new Map(
    states.map((kind, number) => [idOf(number), snapshotOf(idOf(number), kind)]),
  );
  const steps = [stepOf(0, 'waiting'), stepOf(1, 'unreachable'), stepOf(2, 'done')];
  const fleet = { snapshots: createStore(snapshots) };
  const { container } = renderWith(
    { fleet: fleet as never },
    <NotLoggedIn plan={{ busy: 'no', steps }} />,
  );
  return container.querySelector('[data-tone]')?.textContent ?? '';
}

it('says of targets that are yet to be changed how many have no session', () => {
  expect(shown(['needs-attention', 'off', 'off'])).toContain('None of the 2');
  expect(shown(['ready', 'off', 'off'])).toContain('One target is not logged in');
  expect(shown(['ready', 'ready', 'off'])).toBe('');
});
