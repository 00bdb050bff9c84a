import { AppError } from '../../shared/errors.ts';
import {
  type AuditEntry,
  type AuditRow,
  type Change,
  isUnsettled,
  tookEffect,
} from '../../shared/model/change.ts';
import { type PlanStep, wantedOf } from '../../shared/model/plan.ts';
import type { Why } from '../change/change-log.ts';

/** What a step of a plan needs around it. */
export interface StepParts {
  /** Whether there is such a profile, and whether its class asks for something before a change. */
  readonly isProduction: (profileId: string) => boolean | undefined;
  /** The transformation in force; rejects as a session does. */
  readonly readTransformation: (profileId: string) => Promise<string | null>;
  /** What was last set from here. */
  readonly lastBufferSize: (profileId: string) => { readonly bytes: number } | null;
  /** Throws as `Changes.planned`. */
  readonly change: (profileId: string, change: Change, why: Why) => Promise<AuditRow>;
  /** The entries of a plan, oldest first. */
  readonly entriesOf: (plan: string) => readonly AuditEntry[];
  readonly now: () => number;
}

/** The step with what is in force on its proxy now. Rejects with bugs only. */
export async function readStep(parts: StepParts, step: PlanStep): Promise<PlanStep> {
  const { profileId, planned } = step;
  const production = parts.isProduction(profileId);
  if (production === undefined) return { ...step, state: 'gone', error: null };
  const now = { ...step, production, error: null };
  try {
    const value =
      planned.setting === 'transformation'
        ? await parts.readTransformation(profileId)
        : textOf(parts.lastBufferSize(profileId));
    const seen = { value, at: parts.now() };
    // What was last set from here says nothing certain of the size in force: it is set again.
    const right = planned.setting === 'transformation' && value === wantedOf(planned);
    return { ...now, seen, state: right ? 'right' : 'waiting' };
  } catch (error) {
    return { ...now, state: 'unreachable', error: errorValueOf(error) };
  }
}

/** The step once it was done, or could not be. `approved`: a production proxy may be changed. Rejects with bugs only. */
export async function doStep(
  parts: StepParts,
  plan: string,
  step: PlanStep,
  approved: boolean,
): Promise<PlanStep> {
  const known = step.seen === null ? await readStep(parts, step) : step;
  const production = parts.isProduction(known.profileId);
  if (production === undefined) return { ...known, state: 'gone', error: null };
  if (known.state === 'right' || known.seen === null) return known;
  const { profileId, profileName, planned, seen, undoes } = known;
  if (production && !approved) {
    const error = new AppError('read-only', { id: profileId, name: profileName }).toValue();
    return { ...known, production, state: 'failed', error };
  }
  const change: Change =
    planned.setting === 'transformation'
      ? { setting: 'transformation', seen: seen.value, next: planned.next }
      : { setting: 'bufferSize', bytes: planned.bytes };
  try {
    const row = await parts.change(profileId, change, { undoes, plan });
    return concludedBy({ ...known, error: null }, row);
  } catch (error) {
    const entry = parts
      .entriesOf(plan)
      .findLast(({ id, profileId: of }) => of === profileId && id > (known.auditId ?? 0));
    const value = errorValueOf(error);
    if (entry === undefined) return { ...known, state: stateOf(value.code), error: value };
    return { ...concludedBy(known, entry), error: value };
  }
}

/** The step by what its entry in the audit log says: the truth, also of a step that was under way when the process ended. */
export function concludedBy(step: PlanStep, entry: AuditEntry): PlanStep {
  const auditId = entry.id;
  if (isUnsettled(entry)) return { ...step, auditId, state: 'unknown' };
  if (entry.outcome === 'mismatch') {
    const { profileName: name, requested: expected, after: found } = entry;
    const error = new AppError('not-as-expected', { case: 'read-back', name, expected, found });
    return { ...step, auditId, state: 'failed', error: error.toValue() };
  }
  if (tookEffect(entry)) return { ...step, auditId, state: 'done', error: null };
  if (entry.outcome === 'conflict') return { ...step, auditId, state: 'conflict' };
  if (entry.outcome === 'refused') return { ...step, auditId, state: 'failed' };
  // Not applied: what it was found with is what is seen now.
  return { ...step, auditId, state: 'waiting', seen: { value: entry.after, at: entry.at } };
}

function stateOf(code: string): PlanStep['state'] {
  if (code === 'not-connected') return 'unreachable';
  return code === 'not-found' ? 'gone' : 'failed';
}

function textOf(size: { readonly bytes: number } | null): string | null {
  return size === null ? null : String(size.bytes);
}

/** A bug stays one. */
function errorValueOf(error: unknown) {
  if (!(error instanceof AppError)) throw error;
  return error.toValue();
}
