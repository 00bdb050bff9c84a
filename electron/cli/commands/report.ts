import { extname, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { scopeTest } from '../../../shared/fleet/alerts/scope.ts';
import { longestSearch } from '../../../shared/model/plan.ts';
import type { Report, ReportScope } from '../../../shared/model/report.ts';
import { calendarSpans } from '../../../shared/report/calendar.ts';
import { reportCsv } from '../../../shared/report/csv.ts';
import { reportDocument } from '../../../shared/report/document.ts';
import { reportHtml } from '../../../shared/report/html.ts';
import { reportTexts } from '../../../shared/report/texts.ts';
import { systemClock } from '../../base/clock.ts';
import { makeReport } from '../../report/make-report.ts';
import { alertReadsOf, auditReadsOf, eventsOf, historyOf } from '../../store/thread/asked.ts';
import { storeHere } from '../../store/thread/store-here.ts';
import type { GlobalOptions } from '../arguments/global-options.ts';
import { usageError } from '../arguments/usage.ts';
import { takesOnly } from '../arguments/used-globals.ts';
import { atMost, choice, folderArgument, path } from '../arguments/values.ts';
import type { CommandContext } from '../context.ts';
import { openJournal } from '../journal.ts';
import { writeChosenFile } from '../output/chosen-file.ts';
import { reportLines } from '../output/report-lines.ts';
import { searchFor } from '../plan/plan-targets.ts';
import { requireFolder, requireTag, withProfiles } from '../target/saved-profiles.ts';
import { type SpanOptions, spanOf } from './report-span.ts';

const formats = ['text', 'html', 'csv', 'json'] as const;
type Format = (typeof formats)[number];
const help = 'report';

interface ReportOptions extends GlobalOptions, SpanOptions {
  readonly folder?: string;
  readonly tag?: string;
  readonly search?: string;
  readonly format?: Format;
  readonly output?: string;
  readonly replace?: true;
}

/** `report`. */
export function addReport(program: Command, context: CommandContext): void {
  const { texts, output } = context;
  takesOnly(program.command('report'), ['dataDir', 'json'])
    .description(texts.commands.report)
    .addHelpText('after', `\n${texts.commands.reportMore}`)
    .addOption(
      new Option('--folder <path>', texts.options.reportFolder)
        .argParser(folderArgument)
        .conflicts(['tag', 'search']),
    )
    .addOption(new Option('--tag <tag>', texts.options.reportTag).conflicts('search'))
    .option('--search <words>', texts.options.reportSearch, atMost(longestSearch))
    .addOption(
      new Option('--span <span>', texts.options.reportSpan)
        .choices(calendarSpans)
        .argParser(choice(calendarSpans))
        .conflicts(['from', 'to']),
    )
    .addOption(new Option('--last', texts.options.reportLast).conflicts(['from', 'to']))
    .option('--from <day>', texts.options.reportFrom)
    .option('--to <day>', texts.options.reportTo)
    .addOption(
      new Option('--format <format>', texts.options.reportFormat)
        .choices(formats)
        .argParser(choice(formats)),
    )
    .option('--output <file>', texts.options.reportOutput, path)
    .option('--replace', texts.options.reportReplace)
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<ReportOptions>();
      if (options.replace && options.output === undefined)
        throw usageError({ case: 'option-missing', option: '--output' }, help);
      const format = formatOf(options);
      const text = written(context, await reported(context, options), format);
      if (options.output === undefined) return await output.file(text);
      const file = resolve(options.output);
      await writeChosenFile(file, text, { replace: options.replace === true, help });
      output.note(texts.reportWritten(file));
    });
}

async function reported(context: CommandContext, options: ReportOptions): Promise<Report> {
  const span = spanOf(options, systemClock.wall());
  return await withProfiles(context, options, async (saved) => {
    requireFolder(saved, options.folder);
    requireTag(saved, options.tag);
    const scope = scopeOf(options);
    const classes = saved.allClasses();
    const fits =
      scope.kind === 'search' ? searchFor(scope.search, classes, help) : scopeTest(scope, classes);
    const profiles = saved.list();
    const journal = await openJournal(context, options);
    try {
      const store = storeHere({ database: journal.database, onFault: () => {} });
      const ids = profiles.filter(fits).map(({ id }) => id);
      return await makeReport(
        {
          history: historyOf(store),
          events: eventsOf(store),
          audit: auditReadsOf(store),
          alerts: alertReadsOf(store),
          profiles: () => profiles,
          clock: systemClock,
        },
        { scope, ids, ...span },
        context.interrupted,
        () => {},
      );
    } finally {
      journal.close();
    }
  });
}

function scopeOf({ folder, tag, search }: ReportOptions): ReportScope {
  if (folder !== undefined) return { kind: 'folder', folder };
  if (tag !== undefined) return { kind: 'tag', tag };
  return search === undefined ? { kind: 'all' } : { kind: 'search', search };
}

/** Endings of files, and what is written to them. */
const formatOfEnding: Readonly<Record<string, Format>> = {
  '': 'text',
  '.txt': 'text',
  '.html': 'html',
  '.htm': 'html',
  '.csv': 'csv',
  '.json': 'json',
};

/** Throws `invalid-input` where two are asked for, and for a file whose ending says another one than there are. */
function formatOf({ format, json, output }: ReportOptions): Format {
  if (json === true && format !== undefined)
    throw usageError({ case: 'options-conflict', option: '--format', other: '--json' }, help);
  if (json === true) return 'json';
  if (format !== undefined) return format;
  const found = formatOfEnding[extname(output ?? '').toLowerCase()];
  if (found !== undefined) return found;
  const choices = Object.keys(formatOfEnding).filter((ending) => ending !== '');
  throw usageError(
    { case: 'value', option: '--output', given: output ?? '', rule: { case: 'choice', choices } },
    help,
  );
}

function written({ speaker }: CommandContext, report: Report, format: Format): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(report)}\n`;
    case 'csv':
      return reportCsv(report);
    case 'html':
      return reportHtml(reportDocument(report, reportTexts(speaker.language), speaker));
    case 'text':
      return reportLines(reportDocument(report, reportTexts(speaker.language), speaker));
  }
}
