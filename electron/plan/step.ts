import { AppError, type ErrorCode } from '../../shared/errors.ts';
import type { AuditEntry, AuditRow, Change } from '../../shared/model/change.ts';
import { type PlanStep, wantedOf } from '../../shared/model/plan.ts';
import type { Why } from '../change/change-log.ts';
import { concludedBy, conflictWith } from './concluded-step.ts';

/** What a step of a plan needs around it. */
export interface StepParts {
  /** Whether there is such a profile, and whether its class asks for something before a change. */
  readonly isProduction: (profileId: string) => boolean | undefined;
  /** The transformation in force; rejects as a session does. */
  readonly readTransformation: (profileId: string) => Promise<string | null>;
  /** Finds out what became of changes of which nobody knows; never rejects for what a proxy does. */
  readonly findOut: (profileId: string) => Promise<void>;
  /** What was last set from here. */
  readonly lastBufferSize: (profileId: string) => { readonly bytes: number } | null;
  /** Throws as `Changes.planned`. */
  readonly change: (profileId: string, change: Change, why: Why) => Promise<AuditRow>;
  /** The entries of a plan, oldest first. */
  readonly entriesOf: (plan: string) => readonly AuditEntry[];
  readonly entry: (auditId: number) => AuditEntry | undefined;
  readonly now: () => number;
}

/** The step with what is in force on its proxy now; what somebody is to decide of stays to be decided. Rejects with bugs only. */
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
    // What was last set from here says nothing certain of the size in force: it is set again.
    if (planned.setting === 'bufferSize') return { ...now, seen: seen(value), state: 'waiting' };
    if (value === wantedOf(planned)) return { ...now, seen: seen(value), state: 'right' };
    const unasked = step.state === 'conflict' || step.state === 'unknown';
    if (unasked && step.seen !== null && step.seen.value !== value)
      return conflictWith(now, seen(value), step.error);
    return { ...now, seen: seen(value), state: 'waiting' };
  } catch (error) {
    const value = errorValueOf(error);
    if (value.code === 'cancelled') return step;
    // Also what cannot be asked now is to be decided of.
    const state = step.state === 'conflict' ? 'conflict' : 'unreachable';
    return { ...now, state, error: state === 'conflict' ? step.error : value };
  }

  function seen(value: string | null) {
    return { value, at: parts.now() };
  }
}

/** A step of which nobody knew what it came to, by what may have been found out meanwhile, and what is in force. Rejects with bugs only. */
export async function lookedAt(parts: StepParts, step: PlanStep): Promise<PlanStep> {
  if (step.state !== 'unknown') return readStep(parts, step);
  await parts.findOut(step.profileId);
  const entry = step.auditId === null ? undefined : parts.entry(step.auditId);
  const known = entry ? concludedBy(step, entry) : step;
  return known.state === 'done' || known.state === 'right' ? known : readStep(parts, known);
}

/**
 * The step, which has seen a value and was claimed, once it was done, or could not be. `approved`: a production proxy may be changed. Rejects
 * with bugs only.
 */
export async function doStep(
  parts: StepParts,
  plan: string,
  step: PlanStep,
  approved: boolean,
): Promise<PlanStep> {
  const { profileId, profileName, planned, seen, undoes } = step;
  const production = parts.isProduction(profileId);
  if (production === undefined) return { ...step, state: 'gone', error: null };
  if (production && !approved) {
    const error = new AppError('read-only', { id: profileId, name: profileName }).toValue();
    return { ...step, production, state: 'failed', error };
  }
  const change: Change =
    planned.setting === 'transformation'
      ? { setting: 'transformation', seen: seen?.value ?? null, next: planned.next }
      : { setting: 'bufferSize', bytes: planned.bytes };
  try {
    const row = await parts.change(profileId, change, { undoes, plan });
    return concludedBy(step, row);
  } catch (error) {
    const entry = parts
      .entriesOf(plan)
      .findLast(({ id, profileId: of }) => of === profileId && id > (step.auditId ?? 0));
    const value = errorValueOf(error);
    if (entry === undefined) {
      const state = stateOf(value.code);
      return { ...step, state, error: state === 'waiting' ? null : value };
    }
    const concluded = concludedBy(step, entry);
    return concluded.state === 'right' ? concluded : { ...concluded, error: value };
  }
}

/** Of a step of which nothing was sent: where there was no session to send it on, the proxy was not reached. */
function stateOf(code: ErrorCode): PlanStep['state'] {
  switch (code) {
    case 'cancelled':
      return 'waiting';
    case 'not-found':
      return 'gone';
    case 'read-only':
    case 'confirmation-needed':
    case 'managed':
    case 'invalid-input':
    case 'storage-full':
    case 'storage-failed':
    case 'server-error':
    case 'protocol-error':
    case 'reply-timeout':
      return 'failed';
    default:
      return 'unreachable';
  }
}

function textOf(size: { readonly bytes: number } | null): string | null {
  return size === null ? null : String(size.bytes);
}

/** A bug stays one. */
function errorValueOf(error: unknown) {
  if (!(error instanceof AppError)) throw error;
  return error.toValue();
}
