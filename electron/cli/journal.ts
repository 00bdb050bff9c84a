import { AppError } from '../../shared/errors.ts';
import type { AuditEntry } from '../../shared/model/change.ts';
import { type KnownSetter, setterOf } from '../change/known-setter.ts';
import { actorName } from '../core/actor.ts';
import { openDatabase } from '../store/database/database.ts';
import { openDataDirectory } from '../store/files/data-directory.ts';
import { type AuditLog, createAuditLog } from '../store/logs/audit.ts';
import type { GlobalOptions } from './arguments/global-options.ts';
import type { CommandContext } from './context.ts';

/** The audit log as a change needs it. What it cannot do is a warning, since the change itself goes on. */
export interface Journal {
  /** The size that was last set from this machine, null where that is not known. */
  lastBufferSize(id: string): number | null;
  /** Who set the transformation that was found, null where that is not known. */
  setterOf(id: string, found: string | null): KnownSetter | null;
  /** Null where the entry could not be recorded. */
  add(entry: Omit<AuditEntry, 'id'>): AuditEntry | null;
  close(): void;
}

export async function openJournal(
  context: CommandContext,
  options: GlobalOptions,
): Promise<Journal> {
  const { output } = context;
  const tolerant = <T>(task: () => T): T | null => {
    try {
      return task();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      output.warnOf(error.toValue());
      return null;
    }
  };
  const opened = await openLog(context, options).catch((error: unknown) =>
    tolerant<never>(() => {
      throw error;
    }),
  );
  return {
    lastBufferSize: (id) => tolerant(() => opened?.log.lastBufferSize(id)?.bytes ?? null),
    setterOf: (id, found) =>
      tolerant(() => setterOf(found, opened?.log.recent(id, 'transformation') ?? [], actorName())),
    add: (entry) => tolerant(() => opened?.log.add(entry) ?? null),
    close: () => opened?.close(),
  };
}

async function openLog(
  context: CommandContext,
  options: GlobalOptions,
): Promise<{ readonly log: AuditLog; close(): void }> {
  const directory = await openDataDirectory(options.dataDir, context.env);
  const { database, notices, close } = openDatabase(directory);
  for (const notice of notices) context.output.warn(context.speaker.notice(notice).text);
  return { log: createAuditLog(database), close };
}
