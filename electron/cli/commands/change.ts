import { AppError } from '../../../shared/errors.ts';
import type { AuditEntry, Change } from '../../../shared/model/change.ts';
import { onlyUsualClasses } from '../../../shared/model/environment-class.ts';
import { isSameProxy } from '../../../shared/model/place.ts';
import { idOfAddress } from '../../base/address-id.ts';
import { applyChange } from '../../change/apply-change.ts';
import { disown } from '../../change/settle.ts';
import type { SpcpClient } from '../../spcp/client.ts';
import type { Target } from '../../transport/transport.ts';
import { type ConfirmOptions, requireConfirmed } from '../arguments/confirm.ts';
import type { GlobalOptions } from '../arguments/global-options.ts';
import type { CommandContext } from '../context.ts';
import { openJournal } from '../journal.ts';
import { loginFor } from '../target/login.ts';
import { withProfiles } from '../target/saved-profiles.ts';
import { type ProxyTarget, resolveTarget } from '../target/target.ts';
import { withProxy } from '../target/with-proxy.ts';
import { inConsole } from '../target/with-reads.ts';

/**
 * Changes one setting as a transaction, recorded before anything is sent and concluded before the session ends. `changeFor` is told of the
 * session; where a console watches the proxy, that one makes it. Throws `storage-failed` where it cannot be recorded, `confirmation-needed`, what the change came to, and `not-as-expected` where
 * something else was read back.
 */
export async function change(
  context: CommandContext,
  options: ConfirmOptions,
  changeFor: (client: Pick<SpcpClient, 'getTransformation'>) => Change | Promise<Change>,
): Promise<AuditEntry> {
  const target = await resolveTarget(context, options);
  const { profile, classes } =
    target.profile === null ? await savedAt(context, options, target.address) : target;
  requireConfirmed(profile, options.confirm, 'change', classes);
  const through = await inConsole(context, options, target);
  if (through !== null) {
    try {
      const wanted = await changeFor(through.client);
      return asRequested(target, await through.change(wanted, options.confirm !== undefined));
    } finally {
      through.close();
    }
  }
  const login = await loginFor(context, options, target);
  const journal = await openJournal(context, options);
  const subject = {
    id: profile?.id ?? idOfAddress(target.address),
    name: profile?.name ?? target.name,
  };
  try {
    disown(journal, new Set(), subject.id);
    const { entry, error } = await withProxy(context, login, async (client) =>
      applyChange(journal, client, subject, await changeFor(client), {
        undoes: null,
        plan: null,
      }),
    );
    if (error !== null) throw error;
    return asRequested(target, entry);
  } finally {
    journal.close();
  }
}

/** Prints a change that was made. */
export async function reportChange(
  { output }: CommandContext,
  { setting, before, requested, after, outcome, id }: AuditEntry,
  lines: readonly string[],
): Promise<void> {
  await output.result({ setting, before, requested, after, outcome, auditId: id }, lines);
}

/** The profile of the same place: who names a proxy by its host gets no way round the care that its profile asks for. */
async function savedAt(
  context: CommandContext,
  options: GlobalOptions,
  address: Target,
): Promise<Pick<ProxyTarget, 'profile' | 'classes'>> {
  try {
    return await withProfiles(context, options, (saved) => ({
      profile: saved.list().find((profile) => isSameProxy(profile, address)) ?? null,
      classes: saved.allClasses(),
    }));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    context.output.warnOf(error.toValue());
    return { profile: null, classes: onlyUsualClasses };
  }
}

/** Throws `not-as-expected` where something else was read back. */
function asRequested({ name }: ProxyTarget, entry: AuditEntry): AuditEntry {
  const { outcome, requested, after } = entry;
  if (outcome !== 'mismatch') return entry;
  const detail = { case: 'read-back', name, expected: requested, found: after } as const;
  throw new AppError('not-as-expected', detail);
}
