// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { useWhyNot } from '../../../../renderer/components/insights/use-why-not.ts';
import type { WhyNot } from '../../../../shared/fleet/insights/insight.ts';
import { renderHookWith } from '../../hooks.tsx';

const reasons: readonly WhyNot[] = [
  { case: 'few-readings', readings: 12_345, least: 54_321 },
  { case: 'few-accesses', accesses: 12_345, least: 54_321 },
  { case: 'unproven', accesses: 12_345, least: 54_321 },
  { case: 'rising', accesses: 12_345, rise: 54_321 },
  { case: 'only-rises', accesses: 12_345, rise: 54_321 },
  { case: 'unsteady', accesses: 12_345, change: -54_321 },
];

it.each(reasons)('writes the numbers of $case as the language does', (why) => {
  const { result } = renderHookWith({}, () => useWhyNot(), undefined);
  const said = result.current(why);
  expect(said).toContain('12,345');
  expect(said).toContain('54,321');
});
