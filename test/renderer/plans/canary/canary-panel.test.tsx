// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { CanaryPanel } from '../../../../renderer/views/plans/canary/canary-panel.tsx';
import { AppError } from '../../../../shared/errors.ts';
import { type Canary, canarySchema } from '../../../../shared/model/canary.ts';
import { type PlanStep, planStepSchema } from '../../../../shared/model/plan.ts';
import { createFakeClient } from '../../fake-client.ts';
import { renderWith } from '../../hooks.tsx';

afterEach(cleanup);

const [first, second] = [
  '00000000-0000-4000-8000-000000000001',
  '00000000-0000-4000-8000-000000000002',
];

const canary = canarySchema.parse({
  options: {
    share: { kind: 'one', id: null },
    hold: { kind: 'time', ms: 60_000 },
    whenFine: 'ask',
  },
  phase: 'holding',
  startedAt: 1,
  canaries: [{ id: first, name: 'mail-1' }],
  controls: [{ id: second, name: 'mail-2' }],
  choice: { case: 'named' },
  notRevertible: 0,
  changedAt: 2,
  heldSince: 2,
  held: 1000,
  wanted: 60_000,
  begunAnew: 0,
  losses: {},
  reports: [],
  verdict: 'unclear',
  outcome: null,
  decidedBy: null,
});
const step = planStepSchema.parse({
  profileId: first,
  profileName: 'mail-1',
  guarded: false,
  planned: { setting: 'transformation', next: 'true' },
  seen: { value: null, at: 1 },
  state: 'failed',
  undoes: null,
  auditId: 1,
  error: new AppError('server-error', {
    where: 'mail-1.example',
    command: 'changeTransformation',
    status: 'generalError',
  }).toValue(),
});

/** The callout of a panel: its tone, and what it says. */
function shown(how: Partial<Canary>, steps: readonly PlanStep[] = [step]) {
  const { container } = renderWith(
    { client: createFakeClient() },
    <CanaryPanel plan={{ id: 'p', steps: [...steps] }} canary={{ ...canary, ...how }} />,
  );
  const callout = container.querySelector<HTMLElement>('[data-tone]');
  return { tone: callout?.dataset.tone, text: callout?.textContent ?? '' };
}

it('is neutral while a hold has no verdict', () => {
  expect(shown({}).tone).toBe('info');
});

it('is green where a fine canary waits for a decision, and no alarm where somebody ended one that was fine', () => {
  expect(shown({ phase: 'asking', verdict: 'fine' }).tone).toBe('good');
  expect(shown({ phase: 'asking', verdict: 'unclear' }).tone).toBe('warning');
  const left = { phase: 'over', outcome: 'left', decidedBy: 'user' } as const;
  expect(shown({ ...left, verdict: 'fine' }).tone).toBe('info');
  expect(shown({ ...left, verdict: 'worse' }).tone).toBe('bad');
});

it('says how much is left of what is measured before the change', () => {
  const { text } = shown({ phase: 'measuring', verdict: null, held: 20_000 });
  expect(text).toContain('40 seconds left');
});

it('offers to take back only what can be, and else to leave it', () => {
  const names = (): readonly string[] =>
    screen.getAllByRole('button').map(({ textContent }) => textContent ?? '');
  shown({ phase: 'asking' });
  expect(names()).toContain('Take back');
  cleanup();
  shown({ phase: 'asking', notRevertible: 1 });
  expect(names()).not.toContain('Take back');
  expect(names()).toContain('Leave as it is');
});

it('says in red why a canary could not be changed, with what its proxy answered and what to do next', () => {
  const ended = { phase: 'over', outcome: 'ended', decidedBy: 'verdict', verdict: null } as const;
  const { tone, text } = shown(ended);
  expect(tone).toBe('bad');
  expect(text).toContain('could not be changed');
  expect(text).toContain('mail-1.example');
  expect(text).toContain('apply the plan again');
});

it('blames nobody where a user ended it, or another had set what is wanted', () => {
  const ended = { phase: 'over', outcome: 'ended', verdict: null } as const;
  expect(shown({ ...ended, decidedBy: 'user' }).tone).toBe('info');
  const right = { ...step, state: 'right', error: null } as const;
  expect(shown({ ...ended, decidedBy: 'verdict' }, [right]).tone).toBe('info');
});
