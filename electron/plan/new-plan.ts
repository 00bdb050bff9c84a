import { AppError } from '../../shared/errors.ts';
import type { Planned, PlanScope, PlanStep } from '../../shared/model/plan.ts';

/** What is wanted of which profiles. */
export interface NewPlanOf {
  readonly name: string;
  readonly planned: Planned;
  readonly ids: readonly string[];
  readonly scope: PlanScope;
}

export interface NewStepsParts {
  readonly nameOf: (profileId: string) => string | undefined;
  /** Undefined for a profile that is not there. */
  readonly isGuarded: (profileId: string) => boolean | undefined;
}

/** One for each profile, none of which was looked at yet. Throws `not-found` for a profile that is not there. */
export function newSteps(
  { planned, ids }: Pick<NewPlanOf, 'planned' | 'ids'>,
  { nameOf, isGuarded }: NewStepsParts,
): PlanStep[] {
  return [...new Set(ids)].map((profileId): PlanStep => {
    const profileName = nameOf(profileId);
    if (profileName === undefined)
      throw new AppError('not-found', { case: 'profile', id: profileId });
    const guarded = isGuarded(profileId) ?? false;
    const notDone = { seen: null, state: 'waiting', auditId: null, error: null } as const;
    return { profileId, profileName, guarded, planned, undoes: null, ...notDone };
  });
}
