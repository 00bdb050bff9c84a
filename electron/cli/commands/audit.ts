import { type Command, Option } from 'commander';
import { AppError } from '../../../shared/errors.ts';
import type { AuditEntry } from '../../../shared/model/change.ts';
import { valueAfter } from '../../../shared/model/change-effect.ts';
import { type Shell, shells } from '../../../shared/model/change-words.ts';
import { longestLogText } from '../../../shared/model/log-filter.ts';
import { auditCsvHead, auditCsvLines } from '../../../shared/texts/audit-csv.ts';
import { openDatabase } from '../../store/database/database.ts';
import { openDataDirectory } from '../../store/files/data-directory.ts';
import { type AuditLog, createAuditLog } from '../../store/logs/audit.ts';
import type { AuditQuery } from '../../store/logs/audit-query.ts';
import type { GlobalOptions } from '../arguments/global-options.ts';
import { takesOnly } from '../arguments/used-globals.ts';
import { atMost, choice, integer } from '../arguments/values.ts';
import type { CommandContext } from '../context.ts';
import { requireGoingOn } from '../going-on.ts';
import { printable } from '../output/printable.ts';
import { settingValue } from '../output/setting-value.ts';
import { table } from '../output/table.ts';
import { profileNamed, withProfiles } from '../target/saved-profiles.ts';

/** Which entries are wanted. */
interface FilterOptions extends GlobalOptions {
  readonly text?: string;
  readonly by?: string;
  readonly setting?: (typeof settings)[number];
  readonly shell?: Shell;
}

interface ListOptions extends FilterOptions {
  readonly count?: number;
}

interface ExportOptions extends FilterOptions {
  readonly format?: (typeof formats)[number];
}

const formats = ['csv', 'json'] as const;
const settings = ['transformation', 'bufferSize'] as const;
const usualCount = 50;
/** Entries that are read at once. */
const pageSize = 1000;

/** `audit list`, `verify` and `export`. */
export function addAudit(program: Command, context: CommandContext): void {
  const { texts } = context;
  const group = takesOnly(program.command('audit'), ['profile', 'dataDir', 'json']).description(
    texts.commands.audit,
  );

  const filtered = (name: string, description: string): Command =>
    group
      .command(name)
      .description(description)
      .option('--text <words>', texts.options.auditText, atMost(longestLogText))
      .option('--by <user>', texts.options.auditBy)
      .addOption(oneOf('--setting <setting>', texts.options.auditSetting, settings))
      .addOption(oneOf('--shell <shell>', texts.options.auditShell, shells));

  filtered('list', texts.commands.auditList)
    .option('--count <n>', texts.options.auditCount, integer(1, 100_000))
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<ListOptions>();
      const limit = options.count ?? usualCount;
      const entries = await withAudit(context, options, (log, id) => log.list({ ...id, limit }));
      await context.output.result({ entries }, linesOf(context, entries));
    });

  takesOnly(group.command('verify'), ['dataDir', 'json'])
    .description(texts.commands.auditVerify)
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      const verified = await withAudit(context, options, (log) => log.verify());
      if (!verified.whole) throw new AppError('audit-altered', verified.wrong);
      await context.output.result(verified, [texts.auditWhole(verified.records, verified.head)]);
    });

  takesOnly(filtered('export', texts.commands.auditExport), ['profile', 'dataDir'])
    .addOption(oneOf('--format <format>', texts.options.auditFormat, formats))
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<ExportOptions>();
      const { output } = context;
      const asJson = options.format === 'json';
      await output.file(asJson ? '' : auditCsvHead);
      await withAudit(context, options, async (log, id) => {
        for (const entries of await oldestFirst(log, id, context.interrupted)) {
          await requireGoingOn(context.interrupted);
          const lines = asJson
            ? entries.map((entry) => `${JSON.stringify(entry)}\n`).join('')
            : auditCsvLines(entries);
          await output.file(lines);
        }
      });
    });
}

function oneOf(flags: string, description: string, words: readonly string[]): Option {
  return new Option(flags, description).choices(words).argParser(choice(words));
}

/** Runs a task with the audit log of the data directory, and with the filter of these options. */
async function withAudit<T>(
  context: CommandContext,
  options: FilterOptions,
  task: (log: AuditLog, of: Omit<AuditQuery, 'limit'>) => T | Promise<T>,
): Promise<T> {
  const { profile: name, text, by, setting, shell } = options;
  const of =
    name === undefined
      ? {}
      : await withProfiles(context, options, (saved) => ({ id: profileNamed(saved, name).id }));
  const directory = await openDataDirectory(options.dataDir, context.env);
  const { database, notices, close } = openDatabase(directory);
  try {
    for (const notice of notices) context.output.warn(context.speaker.notice(notice).text);
    return await task(createAuditLog(database), {
      ...of,
      ...(text !== undefined && { text }),
      ...(by !== undefined && { actor: by }),
      ...(setting !== undefined && { setting }),
      ...(shell !== undefined && { shell }),
    });
  } finally {
    close();
  }
}

/** All entries, page by page. */
async function oldestFirst(
  log: AuditLog,
  of: Omit<AuditQuery, 'limit'>,
  interrupted: AbortSignal,
): Promise<readonly AuditEntry[][]> {
  const pages: AuditEntry[][] = [];
  for (let before: number | undefined; ; ) {
    const page = log.list({ ...of, limit: pageSize, ...(before === undefined ? {} : { before }) });
    const oldest = page.at(-1);
    if (oldest === undefined) break;
    before = oldest.id;
    await requireGoingOn(interrupted);
    pages.push(page.reverse());
  }
  return pages.reverse();
}

function linesOf(context: CommandContext, entries: readonly AuditEntry[]): readonly string[] {
  const { texts, speaker } = context;
  if (entries.length === 0) return [texts.auditEmpty];
  const rows = entries.map((entry) => [
    String(entry.id),
    speaker.format.dateTime(entry.at),
    printable(entry.actor),
    printable(entry.profileName),
    speaker.words.settings[entry.setting],
    `${settingValue(context, entry.setting, entry.before)} → ${settingValue(context, entry.setting, valueAfter(entry) ?? entry.requested)}`,
    speaker.words.outcomes[entry.outcome],
    entry.shell ?? '',
    entry.plan?.slice(0, 8) ?? '',
  ]);
  const { id, at, actor, profileName, setting, change, outcome, shell, plan } = texts.auditColumns;
  return table(
    [[id, at, actor, profileName, setting, change, outcome, shell, plan], ...rows],
    new Set([0]),
  );
}
