import { AppError } from '../../../shared/errors.ts';
import type { AuditEntry, Author, Change } from '../../../shared/model/change.ts';
import { isUnsettled, tookEffect, valueAfter } from '../../../shared/model/change-effect.ts';
import type { PlanStep } from '../../../shared/model/plan.ts';
import { noSuchProfile } from '../../base/no-such-profile.ts';
import { isElsewhere, leadsElsewhere, type StepParts } from '../step.ts';
import { wantedBack } from '../undo-plan.ts';

export interface TakeBackParts extends StepParts {
  readonly entry: (auditId: number) => AuditEntry | undefined;
}

/** What was approved, and on whose word it is done. */
export interface Approved {
  /** Guarded proxies may be changed. */
  readonly approved: boolean;
  readonly by: Author;
}

/** `back`: it is as it was before, or was never changed. `pending`: to be tried again when the proxy can be asked. `cannot`: it stays as it is. */
export interface TakenBack {
  readonly step: PlanStep;
  readonly came: 'back' | 'pending' | 'cannot';
}

/**
 * Takes a step of a plan back, by the one way of a change, with an entry that names the plan: where something else is in force than the step made,
 * nothing is written. What an earlier try came to, also of a process that was killed, is known from the entries. Rejects with bugs only.
 */
export async function takeBack(
  parts: TakeBackParts,
  plan: string,
  step: PlanStep,
  how: Approved,
): Promise<TakenBack> {
  const made = step.auditId === null ? undefined : parts.entry(step.auditId);
  if (step.state === 'reverted' || made === undefined) return { step, came: 'back' };
  // What a buffer size came to is never found out: it is set back whatever it is.
  const guessed = made.setting === 'bufferSize' && isUnsettled(made);
  if (isUnsettled(made) && !guessed) return { step, came: 'pending' };
  if (!guessed && (!tookEffect(made) || made.before === valueAfter(made)))
    return { step, came: 'back' };
  const tried = parts.entriesOf(plan).findLast(({ undoes }) => undoes === made.id);
  if (tried !== undefined && tried.outcome !== 'mismatch' && tookEffect(tried))
    return { step: reverted(step, tried), came: 'back' };
  if (tried?.outcome === 'conflict') return { step, came: 'cannot' };
  if (tried !== undefined && isUnsettled(tried) && tried.setting === 'transformation')
    return { step, came: 'pending' };
  return change(parts, plan, step, made, how);
}

async function change(
  parts: TakeBackParts,
  plan: string,
  step: PlanStep,
  made: AuditEntry,
  { approved, by }: Approved,
): Promise<TakenBack> {
  const { profileId, profileName } = step;
  try {
    const back = changeBack(made);
    if (back === null) throw notKnown(made);
    const guarded = parts.isGuarded(profileId);
    if (guarded === undefined) throw noSuchProfile(profileId);
    if (guarded && !approved) throw new AppError('read-only', { id: profileId, name: profileName });
    if (isElsewhere(parts, step)) throw leadsElsewhere(profileName);
    const row = await parts.change(profileId, back, { undoes: made.id, plan, by });
    if (row.outcome !== 'mismatch') return { step: reverted(step, row), came: 'back' };
    const facts = { name: profileName, expected: row.requested, found: row.after };
    throw new AppError('not-as-expected', { case: 'read-back', ...facts });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { step: notBack(step, error), came: mayPass(error) ? 'pending' : 'cannot' };
  }
}

function changeBack(made: AuditEntry): Change | null {
  const wanted = wantedBack(made);
  if (wanted === null || wanted.setting === 'bufferSize') return wanted;
  return { setting: 'transformation', seen: made.after, next: wanted.next };
}

function reverted(step: PlanStep, { id, requested, at }: AuditEntry): PlanStep {
  return {
    ...step,
    state: 'reverted',
    auditId: id,
    seen: { value: requested, at },
    error: null,
  };
}

function notBack(step: PlanStep, error: AppError): PlanStep {
  const told = { ...step, error: error.toValue() };
  if (error.code === 'not-as-expected') return { ...told, state: 'conflict' };
  return error.code === 'not-found' ? { ...told, state: 'gone' } : told;
}

function notKnown({ profileName: name }: AuditEntry): AppError {
  return new AppError('unsupported', { case: 'size-not-known', name, setting: 'bufferSize' });
}

/** The session was not there, or ended on the way, or the change could not be recorded: it can be tried another time. */
function mayPass({ code }: AppError): boolean {
  switch (code) {
    case 'not-connected':
    case 'association-lost':
    case 'reply-timeout':
    case 'protocol-error':
    case 'relay-failed':
    case 'cancelled':
    case 'outcome-unknown':
    case 'storage-full':
    case 'storage-failed':
      return true;
    default:
      return false;
  }
}
