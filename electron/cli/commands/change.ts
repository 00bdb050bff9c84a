import { AppError } from '../../../shared/errors.ts';
import type { AuditEntry } from '../../../shared/model/change.ts';
import { isSameProxy } from '../../../shared/model/place.ts';
import type { Profile } from '../../../shared/model/profile.ts';
import type { KnownSetter } from '../../change/known-setter.ts';
import type { ChangeReport, Concluded } from '../../change/transaction.ts';
import { actorName } from '../../core/actor.ts';
import type { SpcpClient } from '../../spcp/client.ts';
import type { Target } from '../../transport/transport.ts';
import { type ConfirmOptions, requireConfirmed } from '../arguments/confirm.ts';
import type { GlobalOptions } from '../arguments/global-options.ts';
import type { CommandContext } from '../context.ts';
import { exitCode } from '../exit-code.ts';
import { openJournal } from '../journal.ts';
import { idOfAddress } from '../target/address-id.ts';
import { loginFor } from '../target/login.ts';
import { withProfiles } from '../target/saved-profiles.ts';
import { type ProxyTarget, resolveTarget } from '../target/target.ts';
import { withProxy } from '../target/with-proxy.ts';

/** What the proxy is called, and what the audit log of this machine knows of it before a change. */
export interface KnownHere {
  readonly name: string;
  readonly lastBufferSize: number | null;
  readonly setterOf: (found: string | null) => KnownSetter | null;
}

/** A change that was made, and under which number it is in the audit log; null where it could not be recorded. */
export interface Changed {
  readonly report: ChangeReport;
  readonly auditId: number | null;
}

/**
 * Changes one setting as a transaction and records it, whatever its outcome, before the session ends. Throws `confirmation-needed`,
 * what the task concluded with, and `not-as-expected` where something else was read back.
 */
export async function change(
  context: CommandContext,
  options: ConfirmOptions,
  setting: AuditEntry['setting'],
  task: (client: SpcpClient, known: KnownHere) => Promise<Concluded>,
): Promise<Changed> {
  const target = await resolveTarget(context, options);
  const profile = target.profile ?? (await savedAt(context, options, target.address));
  requireConfirmed(profile, options.confirm, 'change');
  const login = await loginFor(context, options, target);
  const journal = await openJournal(context, options);
  const id = profile?.id ?? idOfAddress(target.address);
  try {
    return await withProxy(context, login, async (client) => {
      const { report, error } = await task(client, {
        name: target.name,
        lastBufferSize: journal.lastBufferSize(id),
        setterOf: (found) => journal.setterOf(id, found),
      });
      const entry = journal.add({
        at: Date.now(),
        profileId: id,
        profileName: profile?.name ?? target.name,
        actor: actorName(),
        setting,
        ...report,
        undoes: null,
      });
      if (error !== null) throw error;
      if (report.outcome === 'mismatch') throw readBackOther(target, report);
      return { report, auditId: entry?.id ?? null };
    });
  } finally {
    journal.close();
  }
}

/** Prints a change that was made. Where it is not in the audit log, of which a warning told, the process does not end with 0. */
export async function reportChange(
  { output, endWith }: CommandContext,
  setting: AuditEntry['setting'],
  { report, auditId }: Changed,
  lines: readonly string[],
): Promise<void> {
  await output.result({ setting, ...report, auditId }, lines);
  if (auditId === null) endWith(exitCode.here);
}

/** The profile of the same place: who names a proxy by its host gets no way round the care that its profile asks for. */
async function savedAt(
  context: CommandContext,
  options: GlobalOptions,
  address: Target,
): Promise<Profile | null> {
  try {
    return await withProfiles(
      context,
      options,
      (saved) => saved.list().find((profile) => isSameProxy(profile, address)) ?? null,
    );
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    context.output.warnOf(error.toValue());
    return null;
  }
}

function readBackOther({ name }: ProxyTarget, { requested, after }: ChangeReport): AppError {
  const detail = { case: 'read-back', name, expected: requested, found: after } as const;
  return new AppError('not-as-expected', detail);
}
