import { AppError, type ErrorCode, type ErrorDetail } from '../../shared/errors.ts';
import type { AuditEntry } from '../../shared/model/change.ts';
import type { KnownSetter } from './known-setter.ts';

type WhyUnknown = ErrorDetail<'outcome-unknown'>['why'];

/** What a change needs of a session. */
export interface SettingsClient {
  getTransformation(): Promise<string | null>;
  setTransformation(next: string | null): Promise<void>;
  setBufferSize(bytes: number): Promise<void>;
}

/** What is told of a change, whatever its outcome. */
export type ChangeReport = Pick<AuditEntry, 'before' | 'requested' | 'after' | 'outcome'>;

/** What a change came to: what to record, and what to throw once it is recorded. */
export interface Concluded {
  readonly report: ChangeReport;
  readonly error: unknown;
}

/** Records what is about to be sent: it is on the disk once this resolves. Where it rejects, nothing is sent. */
export type Begin = (before: string | null, requested: string | null) => Promise<void>;

export interface TransformationChange {
  /** For people: what the proxy is called. */
  readonly name: string;
  /** What the administrator saw in force. */
  readonly seen: string | null;
  readonly next: string | null;
  /** Who set the value that is found in its place. */
  readonly setterOf: (found: string | null) => KnownSetter | null;
  /** Hears what is in force before anything is sent. Where it throws, nothing is. */
  readonly onFound: (found: string | null) => void;
  readonly begin: Begin;
}

/**
 * Reads the transformation in force, writes nothing if it is not the one that the administrator saw, else writes and reads back. Rejects
 * only where nothing was begun, so that there is nothing to record. What was cut off after it was sent concludes with `outcome-unknown`.
 */
export async function changeTransformation(
  client: SettingsClient,
  { name, seen, next, setterOf, onFound, begin }: TransformationChange,
): Promise<Concluded> {
  const before = await client.getTransformation();
  onFound(before);
  const report = (outcome: ChangeReport['outcome'], after: string | null): ChangeReport => ({
    before,
    requested: next,
    after,
    outcome,
  });
  const unknownAfter = (cause: unknown, accepted: boolean): unknown =>
    outcomeUnknown(cause, (why) => ({
      case: 'transformation',
      name,
      requested: next,
      accepted,
      why,
    }));
  if (before !== seen) {
    const error = notAsSeen(seen, before, setterOf(before));
    return { report: report('conflict', before), error };
  }
  await begin(before, next);
  try {
    await client.setTransformation(next);
  } catch (error) {
    if (wasNotSent(error)) return { report: report('not-applied', before), error };
    if (isRefusal(error)) return { report: report('refused', before), error };
    return { report: report('failed', null), error: unknownAfter(error, false) };
  }
  try {
    const after = await client.getTransformation();
    return { report: report(after === next ? 'verified' : 'mismatch', after), error: null };
  } catch (error) {
    return { report: report('failed', null), error: unknownAfter(error, true) };
  }
}

export interface BufferSizeChange {
  /** For people: what the proxy is called. */
  readonly name: string;
  /** What was last set from here; null where that is not known. */
  readonly lastSet: number | null;
  readonly bytes: number;
  readonly begin: Begin;
}

/**
 * Sets the buffer size. Nothing can be read back, and a proxy that answers with an error may have applied it (deployed behaviour 4):
 * an OK is `unverified` and anything else `failed`, with `outcome-unknown` where no answer came. Rejects only where nothing was begun.
 */
export async function changeBufferSize(
  client: SettingsClient,
  { name, lastSet, bytes, begin }: BufferSizeChange,
): Promise<Concluded> {
  const known = {
    before: lastSet === null ? null : String(lastSet),
    requested: String(bytes),
    after: null,
  };
  await begin(known.before, known.requested);
  try {
    await client.setBufferSize(bytes);
    return { report: { ...known, outcome: 'unverified' }, error: null };
  } catch (error) {
    if (wasNotSent(error)) return { report: { ...known, outcome: 'not-applied' }, error };
    const { requested } = known;
    return {
      report: { ...known, outcome: 'failed' },
      error: isRefusal(error)
        ? error
        : outcomeUnknown(error, (why) => ({ case: 'buffer-size', name, requested, why })),
    };
  }
}

/** The session was over before. */
function wasNotSent(error: unknown): boolean {
  return error instanceof AppError && error.code === 'not-connected';
}

/** A bug stays one. */
function outcomeUnknown(
  cause: unknown,
  detail: (why: WhyUnknown) => ErrorDetail<'outcome-unknown'>,
): unknown {
  if (!(cause instanceof AppError)) return cause;
  return new AppError('outcome-unknown', detail(whyUnknown(cause.code)), { cause });
}

function whyUnknown(code: ErrorCode): WhyUnknown {
  switch (code) {
    case 'reply-timeout':
      return 'silent';
    case 'protocol-error':
    case 'server-error':
      return 'answer';
    default:
      return 'lost';
  }
}

/** The proxy understood and said no, or the request was never sent: what was in force still is. */
function isRefusal(error: unknown): boolean {
  return (
    error instanceof AppError && (error.code === 'server-error' || error.code === 'invalid-input')
  );
}

function notAsSeen(
  expected: string | null,
  found: string | null,
  setter: KnownSetter | null,
): AppError {
  return new AppError('not-as-expected', {
    case: 'seen',
    expected,
    found,
    actor: setter?.actor ?? null,
    own: setter?.own ?? false,
    changedAt: setter?.at ?? null,
  });
}
