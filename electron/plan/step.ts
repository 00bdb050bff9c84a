import { AppError, type ErrorCode, type ErrorValue } from '../../shared/errors.ts';
import type { AuditEntry, AuditRow, Author, Change } from '../../shared/model/change.ts';
import { valueAfter } from '../../shared/model/change-effect.ts';
import type { Shell } from '../../shared/model/change-words.ts';
import { type PlanStep, wantedOf } from '../../shared/model/plan.ts';
import type { Why } from '../change/change-log.ts';
import { concludedBy, conflictWith } from './concluded-step.ts';

/** What a step of a plan needs around it. */
export interface StepParts {
  /** Whether there is such a profile, and whether its class asks for something before a change. */
  readonly isGuarded: (profileId: string) => boolean | undefined;
  /** The transformation in force; rejects as a session does. */
  readonly readTransformation: (profileId: string) => Promise<string | null>;
  /** Finds out what became of changes of which nobody knows; never rejects for what a proxy does. */
  readonly findOut: (profileId: string) => Promise<void>;
  /** Names the proxy that a profile leads to (`idOfAddress`). */
  readonly placeOf: (profileId: string) => string | undefined;
  /** What was last set from here. */
  readonly lastBufferSize: (profileId: string) => { readonly bytes: number } | null;
  /** Throws as `Changes.planned`. */
  readonly change: (
    profileId: string,
    change: Change,
    why: Why & { readonly by: Author },
  ) => Promise<AuditRow>;
  /** Whoever asks now. */
  readonly author: () => Author;
  readonly shell: Shell;
  /** The entries of a plan, oldest first. */
  readonly entriesOf: (plan: string) => readonly AuditEntry[];
  readonly entry: (auditId: number) => AuditEntry | undefined;
  readonly now: () => number;
}

/** The step with what is in force on its proxy now; what somebody is to decide of stays to be decided. Rejects with bugs only. */
export async function readStep(parts: StepParts, step: PlanStep): Promise<PlanStep> {
  const { profileId, planned } = step;
  const guarded = parts.isGuarded(profileId);
  if (guarded === undefined) return { ...step, state: 'gone', error: null };
  const place = parts.placeOf(profileId);
  // What another proxy had set is nothing to take back here.
  if (step.undoes !== null && isElsewhere(parts, step)) return ledElsewhere(step);
  const now = { ...step, guarded, error: null, ...(place && { place }) };
  try {
    const value =
      planned.setting === 'transformation'
        ? await parts.readTransformation(profileId)
        : textOf(parts.lastBufferSize(profileId));
    if (isElsewhere(parts, now)) return ledElsewhere(step);
    const expected = isElsewhere(parts, step) ? null : expectedOf(parts, step);
    // What was last set from here says nothing certain of the size in force: it is set again.
    if (planned.setting === 'bufferSize') {
      if (isSetSince(value, step, expected))
        return conflictWith({ ...now, seen: expected }, seen(value), step.error);
      return { ...now, seen: seen(value), state: 'waiting' };
    }
    if (value === wantedOf(planned)) return { ...now, seen: seen(value), state: 'right' };
    if (expected !== null && expected.value !== value)
      return conflictWith({ ...now, seen: expected }, seen(value), step.error);
    return { ...now, seen: seen(value), state: 'waiting' };
  } catch (error) {
    const value = errorValueOf(error);
    if (value.code === 'cancelled') return step;
    // Also what cannot be asked now is to be decided of.
    const state = step.state === 'conflict' ? 'conflict' : 'unreachable';
    return { ...now, state, error: state === 'conflict' ? step.error : ofSession(value) };
  }

  function seen(value: string | null) {
    return { value, at: parts.now() };
  }
}

/**
 * The value that has to be in force still, null where any may be: what was seen before somebody was to decide, and for a step back what its
 * plan saw, which at first is what the change that it takes back had set.
 */
function expectedOf(parts: Pick<StepParts, 'entry'>, step: PlanStep): PlanStep['seen'] {
  if (step.undoes === null)
    return step.state === 'conflict' || step.state === 'unknown' ? step.seen : null;
  if (step.seen !== null) return step.seen;
  const made = parts.entry(step.undoes);
  return made === undefined ? null : { value: valueAfter(made), at: made.at };
}

/** Whether its profile leads to another proxy by now than the one that was read. */
export function isElsewhere(
  parts: Pick<StepParts, 'placeOf'>,
  { profileId, place }: PlanStep,
): boolean {
  return place !== undefined && parts.placeOf(profileId) !== place;
}

export function leadsElsewhere(name: string): AppError {
  return new AppError('unsupported', { case: 'leads-elsewhere', name });
}

/** To be read again: what was seen is of another proxy. */
function ledElsewhere(step: PlanStep): PlanStep {
  const error = leadsElsewhere(step.profileName).toValue();
  return { ...step, seen: null, state: 'conflict', error };
}

/** Whether another buffer size was set from here than the one that a step back takes away. `value`: what was last set, null where that is in doubt. */
function isSetSince(
  value: string | null,
  { undoes, planned }: PlanStep,
  expected: PlanStep['seen'],
): boolean {
  if (undoes === null || value === null || expected === null) return false;
  return value !== expected.value && value !== wantedOf(planned);
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
 * The step, which has seen a value and was claimed, once it was done, or could not be. `approved`: a guarded proxy may be changed; `by`: on
 * whose word. Rejects with bugs only.
 */
export async function doStep(
  parts: StepParts,
  plan: string,
  step: PlanStep,
  approved: boolean,
  by: Author,
): Promise<PlanStep> {
  const { profileId, profileName, planned, seen, undoes } = step;
  const guarded = parts.isGuarded(profileId);
  if (guarded === undefined) return { ...step, state: 'gone', error: null };
  if (guarded && !approved) {
    const error = new AppError('read-only', { id: profileId, name: profileName }).toValue();
    return { ...step, guarded, state: 'failed', error };
  }
  if (isElsewhere(parts, step)) return ledElsewhere(step);
  const change: Change =
    planned.setting === 'transformation'
      ? { setting: 'transformation', seen: seen?.value ?? null, next: planned.next }
      : { setting: 'bufferSize', bytes: planned.bytes };
  if (planned.setting === 'bufferSize') {
    const last = textOf(parts.lastBufferSize(profileId));
    if (isSetSince(last, step, seen))
      return conflictWith(step, { value: last, at: parts.now() }, step.error);
  }
  try {
    const row = await parts.change(profileId, change, { undoes, plan, by });
    return concludedBy(step, row);
  } catch (error) {
    const entry = parts
      .entriesOf(plan)
      .findLast(({ id, profileId: of }) => of === profileId && id > (step.auditId ?? 0));
    const value = errorValueOf(error);
    if (entry === undefined) {
      const state = stateOf(value.code);
      return { ...step, state, error: state === 'waiting' ? null : ofSession(value) };
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
      return 'failed';
    default:
      return 'unreachable';
  }
}

/** A request that is not of the change, such as a reading beside it, may have ended the session: what it says is not of this. */
function ofSession(error: ErrorValue): ErrorValue {
  if (error.code !== 'reply-timeout' || error.detail.command === 'activeTransformation')
    return error;
  return new AppError('not-connected', { case: 'session', where: error.detail.where }).toValue();
}

function textOf(size: { readonly bytes: number } | null): string | null {
  return size === null ? null : String(size.bytes);
}

/** A bug stays one. */
function errorValueOf(error: unknown) {
  if (!(error instanceof AppError)) throw error;
  return error.toValue();
}
