import { AppError, type ErrorValue } from '../../shared/errors.ts';
import type { AuditEntry } from '../../shared/model/change.ts';
import { isUnsettled, tookEffect } from '../../shared/model/change-effect.ts';
import { isOver, type PlanStep, wantedOf } from '../../shared/model/plan.ts';

/** The step by what its entry in the audit log says: the truth, also of a step that was under way when the process ended. */
export function concludedBy(before: PlanStep, entry: AuditEntry): PlanStep {
  const auditId = entry.id;
  const step = { ...before, auditId, error: null };
  if (isUnsettled(entry)) return { ...step, state: 'unknown' };
  if (entry.outcome === 'mismatch') {
    const { profileName: name, requested: expected, after: found } = entry;
    const error = new AppError('not-as-expected', { case: 'read-back', name, expected, found });
    // What was read back is shown with it, and is what a retry starts from.
    const seen = { value: found, at: entry.at };
    return { ...step, seen, state: 'failed', error: error.toValue() };
  }
  if (tookEffect(entry)) return { ...step, state: 'done' };
  if (entry.outcome === 'refused') return { ...step, state: 'failed' };
  // A conflict, or not applied: of what was never sent, or was found out later, by when another may have changed it.
  const isSeen = step.seen !== null && step.seen.value === entry.after;
  if (entry.setting === 'bufferSize' || (entry.outcome === 'not-applied' && isSeen))
    return { ...step, state: 'waiting' };
  return conflictWith(step, { value: entry.after, at: entry.at }, before.error);
}

/**
 * The step, which found this in place of the value that it has seen: right where it is what is wanted, whoever set it. `told`: what was said of it
 * before, which may know who that was.
 */
export function conflictWith(
  step: PlanStep,
  seen: NonNullable<PlanStep['seen']>,
  told: ErrorValue | null,
): PlanStep {
  const { value: found } = seen;
  if (found === wantedOf(step.planned)) return { ...step, seen, state: 'right', error: null };
  if (
    told?.code === 'not-as-expected' &&
    told.detail.case === 'seen' &&
    told.detail.found === found
  )
    return { ...step, state: 'conflict', error: told };
  const error = new AppError('not-as-expected', {
    case: 'seen',
    expected: step.seen?.value ?? null,
    found,
    actor: null,
    own: false,
    changedAt: null,
  });
  return { ...step, state: 'conflict', error: error.toValue() };
}

/**
 * What a step is that nobody has under way any more, as at the start: what the audit log says of it since it was written last. One that was under
 * way waits where that says nothing; `entries` are those of its plan, oldest first.
 */
export function resumed(step: PlanStep, entries: readonly AuditEntry[]): PlanStep {
  if (isOver(step)) return step;
  const later = step.state === 'unknown' ? (step.auditId ?? 0) - 1 : (step.auditId ?? 0);
  const entry = entries.findLast(({ id, profileId }) => profileId === step.profileId && id > later);
  if (entry !== undefined) return concludedBy(step, entry);
  return step.state === 'running' ? { ...step, state: 'waiting' } : step;
}
