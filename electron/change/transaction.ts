import { AppError } from '../../shared/errors.ts';
import type { AuditEntry } from '../../shared/model/change.ts';
import type { KnownSetter } from './known-setter.ts';

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

export interface TransformationChange {
  /** What the administrator saw in force. */
  readonly seen: string | null;
  readonly next: string | null;
  /** Who set the value that is found in its place. */
  readonly setterOf: (found: string | null) => KnownSetter | null;
}

/**
 * Reads the transformation in force, writes nothing if it is not the one that the administrator saw, else writes and reads back. Rejects
 * only where nothing was asked of the proxy yet, so that there is nothing to record.
 */
export async function changeTransformation(
  client: SettingsClient,
  { seen, next, setterOf }: TransformationChange,
): Promise<Concluded> {
  const before = await client.getTransformation();
  const report = (outcome: ChangeReport['outcome'], after: string | null): ChangeReport => ({
    before,
    requested: next,
    after,
    outcome,
  });
  if (before !== seen) {
    const error = notAsSeen(seen, before, setterOf(before));
    return { report: report('conflict', before), error };
  }
  try {
    await client.setTransformation(next);
  } catch (error) {
    if (isRefusal(error)) return { report: report('refused', before), error };
    return { report: report('failed', null), error };
  }
  try {
    const after = await client.getTransformation();
    return { report: report(after === next ? 'verified' : 'mismatch', after), error: null };
  } catch (error) {
    return { report: report('failed', null), error };
  }
}

/**
 * Sets the buffer size. Nothing can be read back, and a proxy that answers with an error may have applied it (deployed behaviour 4):
 * an OK is `unverified` and anything else `failed`.
 */
export async function changeBufferSize(
  client: SettingsClient,
  lastSet: number | null,
  bytes: number,
): Promise<Concluded> {
  const known = {
    before: lastSet === null ? null : String(lastSet),
    requested: String(bytes),
    after: null,
  };
  try {
    await client.setBufferSize(bytes);
    return { report: { ...known, outcome: 'unverified' }, error: null };
  } catch (error) {
    return { report: { ...known, outcome: 'failed' }, error };
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
