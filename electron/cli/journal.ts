import type { DatabaseSync } from 'node:sqlite';
import { AppError } from '../../shared/errors.ts';
import type { AuditEntry } from '../../shared/model/change.ts';
import type { NewEvent } from '../../shared/model/event.ts';
import type { ApplyParts } from '../change/change-log.ts';
import { actorName, remoteOf } from '../core/actor.ts';
import { eventOfChange } from '../core/own-events.ts';
import { openDatabase } from '../store/database/database.ts';
import { openDataDirectory } from '../store/files/data-directory.ts';
import { type AuditLog, createAuditLog } from '../store/logs/audit.ts';
import { createEventLog } from '../store/logs/events.ts';
import type { GlobalOptions } from './arguments/global-options.ts';
import type { CommandContext } from './context.ts';

/** The records of the data directory, as a change needs them. */
export interface Journal extends ApplyParts {
  readonly audit: AuditLog;
  readonly database: DatabaseSync;
  /** What happened to proxies; what cannot be kept is warned of. */
  onEvents(events: readonly NewEvent[]): void;
  close(): void;
}

/** Throws `storage-failed` and `storage-full` where nothing can be recorded: then nothing is changed. */
export async function openJournal(
  { output, speaker, env }: CommandContext,
  options: GlobalOptions,
): Promise<Journal> {
  const directory = await openDataDirectory(options.dataDir, env);
  const { database, notices, close } = openDatabase(directory);
  for (const notice of notices) output.warn(speaker.notice(notice).text);
  const events = createEventLog(database);
  const onEvents = (added: readonly NewEvent[]): void => {
    try {
      events.add(added);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      output.warnOf(error.toValue());
    }
  };
  return {
    database,
    audit: createAuditLog(database),
    actor: actorName(),
    origin: { shell: 'cli', remote: remoteOf(env) },
    clock: { wall: Date.now },
    onConcluded(entry: AuditEntry) {
      const event = eventOfChange(entry);
      // The change is in the audit log, whatever becomes of the event.
      if (event !== null) onEvents([event]);
    },
    onEvents,
    close,
  };
}
