import { AppError } from '../../../shared/errors.ts';
import { measured, type Reading } from '../../../shared/fleet/canary.ts';
import { chooseCanaries } from '../../../shared/fleet/canary-choice.ts';
import type { Canary, CanaryOptions } from '../../../shared/model/canary.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import { noSuchProfile } from '../../base/no-such-profile.ts';

/** So many of the untouched are compared with: more say no more. */
const mostControls = 50;
/** How long so many polls take is not known before: a minute, for the choice. */
const pollsSeconds = 60;

export interface BeginParts {
  /** Readings of before. */
  readonly before: (profileId: string) => readonly Reading[];
  /** What was last set from here. */
  readonly lastBufferSize: (profileId: string) => { readonly bytes: number } | null;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * A canary of a plan that was read, before anything is measured. Throws `unsupported` (`canary-needs-others`) where fewer than two targets wait, and
 * `not-found` where the one that is named is none of them.
 */
export function beginCanary(plan: Plan, options: CanaryOptions, parts: BeginParts): Canary {
  const waiting = plan.steps.filter(({ state }) => state === 'waiting');
  if (waiting.length < 2)
    throw new AppError('unsupported', { case: 'canary-needs-others', name: plan.name });
  const { hold, share } = options;
  const chosen = chooseCanaries(
    waiting.map(({ profileId: id, guarded }) => ({
      id,
      guarded,
      accessesPerSecond: measured(parts.before(id), 'accessesPerSecond')?.value ?? null,
    })),
    share,
    hold.kind === 'time' ? hold.ms / 1000 : pollsSeconds,
  );
  if (chosen === null) throw noSuchProfile(share.kind === 'one' ? (share.id ?? '') : '');
  const first = new Set(chosen.ids);
  const targets = plan.steps.map(({ profileId: id, profileName: name, state }) => ({
    id,
    name,
    state,
  }));
  const named = targets.map(({ id, name }) => ({ id, name }));
  const untouched = targets.filter(
    ({ id, state }) => !first.has(id) && (state === 'waiting' || state === 'right'),
  );
  const isKnown = (id: string): boolean =>
    plan.setting === 'transformation' || parts.lastBufferSize(id) !== null;
  return {
    options,
    phase: 'measuring',
    startedAt: parts.now,
    canaries: named.filter(({ id }) => first.has(id)),
    controls: spread(untouched, mostControls).map(({ id, name }) => ({ id, name })),
    choice: chosen.choice,
    notRevertible: chosen.ids.filter((id) => !isKnown(id)).length,
    changedAt: null,
    heldSince: null,
    held: 0,
    wanted: hold.kind === 'time' ? hold.ms : hold.count,
    begunAnew: 0,
    losses: {},
    reports: [],
    verdict: null,
    outcome: null,
    decidedBy: null,
  };
}

/** So many of a list at most, from all over it. */
function spread<T>(list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list;
  return list.filter(
    (_, index) =>
      Math.floor((index * most) / list.length) !== Math.floor(((index - 1) * most) / list.length),
  );
}
