import { AppError } from '../../shared/errors.ts';
import type { AuditEntry } from '../../shared/model/change.ts';
import { tookEffect, valueAfter } from '../../shared/model/change-effect.ts';
import type { Plan, Planned, PlanStep } from '../../shared/model/plan.ts';

/**
 * The steps that take back what these changed, and those of which the value before is not known: SPCP cannot read a buffer size, so only one that was
 * set from here before is. `entry` answers an entry of the audit log.
 */
export function stepsBack(
  steps: readonly PlanStep[],
  entry: (auditId: number) => AuditEntry | undefined,
): Pick<Plan, 'leftOut'> & { steps: readonly PlanStep[] } {
  const back: PlanStep[] = [];
  const leftOut: Plan['leftOut'] = [];
  for (const { profileId, profileName, guarded, auditId, state, place } of steps) {
    // What its entry says is that it was taken back.
    if (state === 'reverted') continue;
    const made = auditId === null ? undefined : entry(auditId);
    if (made === undefined || !tookEffect(made) || made.before === valueAfter(made)) continue;
    const planned = wantedBack(made);
    if (planned === null) {
      const error = new AppError('unsupported', {
        case: 'size-not-known',
        name: profileName,
        setting: 'bufferSize',
      });
      leftOut.push({ profileName, error: error.toValue() });
      continue;
    }
    back.push({
      profileId,
      profileName,
      guarded,
      planned,
      undoes: made.id,
      ...(place && { place }),
      seen: null,
      state: 'waiting',
      auditId: null,
      error: null,
    });
  }
  return { steps: back, leftOut };
}

/** What was there before an entry, as a wish; null where that is not known. */
export function wantedBack({ setting, before }: AuditEntry): Planned | null {
  if (setting === 'transformation') return { setting, next: before };
  return before === null ? null : { setting, bytes: Number(before) };
}
