// @vitest-environment happy-dom
import { act } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useShownSteps } from '../../../renderer/views/plans/use-shown-steps.ts';
import type { PlanStep, StepState } from '../../../shared/model/plan.ts';
import { renderHookWith } from '../hooks.tsx';

const stepOf = (profileName: string, state: StepState, value: string | null): PlanStep => ({
  profileId: profileName,
  profileName,
  guarded: false,
  planned: { setting: 'transformation', next: 'rev' },
  seen: { value, at: 0 },
  state,
  undoes: null,
  auditId: null,
  error: null,
});

const steps = [
  stepOf('Málaga', 'waiting', 'cat'),
  stepOf('Madrid', 'conflict', 'tac'),
  stepOf('Lisbon', 'waiting', null),
];

const show = (given: readonly PlanStep[] = steps) =>
  renderHookWith({}, (of: readonly PlanStep[]) => useShownSteps(of, new Set(['Lisbon'])), given);
const names = ({ shown }: { readonly shown: readonly PlanStep[] }) =>
  shown.map(({ profileName }) => profileName);

describe('the steps of a plan that are shown', () => {
  it('are those whose name or value has what is looked for, in whatever letters', () => {
    const { result } = show();
    expect(names(result.current)).toEqual(['Málaga', 'Madrid', 'Lisbon']);
    act(() => result.current.setSearch('malaga'));
    expect(names(result.current)).toEqual(['Málaga']);
    act(() => result.current.setSearch('TAC'));
    expect(names(result.current)).toEqual(['Madrid']);
    act(() => result.current.showAll());
    expect(names(result.current)).toHaveLength(3);
  });

  it('are those in a state, or those that are locked', () => {
    const { result } = show();
    act(() => result.current.setOnly('waiting'));
    expect(names(result.current)).toEqual(['Málaga', 'Lisbon']);
    act(() => result.current.setOnly('locked'));
    expect(names(result.current)).toEqual(['Lisbon']);
  });

  it('are all again when none is in the state any more', () => {
    const { result, rerender } = show();
    act(() => result.current.setOnly('conflict'));
    expect(names(result.current)).toEqual(['Madrid']);
    rerender(steps.map((step) => ({ ...step, state: 'done' })));
    expect(names(result.current)).toHaveLength(3);
  });
});
