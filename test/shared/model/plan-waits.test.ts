import { describe, expect, it } from 'vitest';
import { stepStates } from '../../../shared/model/plan.ts';
import { planDeedSchema } from '../../../shared/model/plan-deed.ts';
import { waitsFor } from '../../../shared/model/plan-waits.ts';

type Plan = Parameters<typeof waitsFor>[0];

const deed = (kind: string) =>
  planDeedSchema.parse({
    ...{ kind, at: 1, actor: 'ana', shell: 'desktop', remote: null, approved: false },
  });
type Part = Omit<Partial<Plan>, 'counts'> & { readonly counts?: Partial<Plan['counts']> };

const none = Object.fromEntries(stepStates.map((state) => [state, 0])) as Plan['counts'];
const plan = ({ counts, ...part }: Part): Plan => ({
  ...{ asks: false, busy: 'no', elsewhere: 'no', deeds: [] },
  ...part,
  counts: { ...none, ...counts },
});

describe('what a plan waits for', () => {
  it.each([
    ['canary', plan({ asks: true, busy: 'holding' })],
    [
      'conflict',
      plan({ counts: { conflict: 1, done: 4 }, deeds: [deed('applied'), deed('over')] }),
    ],
    ['ended', plan({ counts: { waiting: 2 }, deeds: [deed('applied'), deed('stopped')] })],
    ['ended', plan({ counts: { waiting: 2 }, deeds: [deed('applied')] })],
    ['ended', plan({ counts: { waiting: 2 }, deeds: [deed('applied'), deed('closed')] })],
  ])('is %s', (waits, of) => {
    expect(waitsFor(of)).toBe(waits);
  });

  it.each([
    ['was only made', plan({ counts: { waiting: 3 } })],
    ['works here', plan({ busy: 'applying', counts: { conflict: 1 }, deeds: [deed('applied')] })],
    [
      'works elsewhere',
      plan({ elsewhere: 'applying', counts: { waiting: 1 }, deeds: [deed('applied')] }),
    ],
    ['holds', plan({ busy: 'holding', counts: { waiting: 1 }, deeds: [deed('canary')] })],
    ['is over', plan({ counts: { done: 3 }, deeds: [deed('applied'), deed('over')] })],
    ['was taken back', plan({ counts: { waiting: 2, reverted: 1 }, deeds: [deed('revert')] })],
  ])('is nothing where it %s', (_, of) => {
    expect(waitsFor(of)).toBeNull();
  });
});
