import { type Command, Option } from 'commander';
import { consoleId, type ProxyEvent } from '../../../shared/model/event.ts';
import type { EventFilter } from '../../../shared/model/event-filter.ts';
import { longestLogText } from '../../../shared/model/log-filter.ts';
import { isInFolder } from '../../../shared/model/plan-targets.ts';
import { eventKinds, type Severity, severities } from '../../../shared/model/severities.ts';
import { type EventFormat, eventFormats, eventWriter } from '../../../shared/texts/event-export.ts';
import { openDatabase } from '../../store/database/database.ts';
import { openDataDirectory } from '../../store/files/data-directory.ts';
import { createEventLog } from '../../store/logs/events.ts';
import type { GlobalOptions } from '../arguments/global-options.ts';
import { takesOnly } from '../arguments/used-globals.ts';
import { atMost, choice, folderArgument, integer, moment } from '../arguments/values.ts';
import type { CommandContext } from '../context.ts';
import { requireGoingOn, whileGoingOn } from '../going-on.ts';
import { printable } from '../output/printable.ts';
import { table } from '../output/table.ts';
import { profileNamed, requireFolder, withProfiles } from '../target/saved-profiles.ts';

interface EventOptions extends GlobalOptions {
  readonly since?: number;
  readonly until?: number;
  readonly kind?: EventFilter['kinds'];
  readonly severity?: Severity;
  readonly folder?: string;
  readonly search?: string;
  readonly limit?: number;
  readonly format?: EventFormat;
}

const usualLimit = 50;
/** Events that are read at once. */
const pageSize = 1000;

/** `events list` and `export`: the same filters as the page of the events, by the same search. */
export function addEvents(program: Command, context: CommandContext): void {
  const { texts, output, speaker } = context;
  const group = takesOnly(program.command('events'), ['profile', 'dataDir', 'json']).description(
    texts.commands.events,
  );
  const kinds = choice(eventKinds);
  const filtered = (name: string, description: string): Command =>
    group
      .command(name)
      .description(description)
      .option('--since <when>', texts.options.eventsSince, moment)
      .option('--until <when>', texts.options.eventsUntil, moment)
      .addOption(
        new Option('--kind <kind>', texts.options.eventsKind)
          .choices(eventKinds)
          .argParser((text: string, before: EventOptions['kind'] = []) => [...before, kinds(text)]),
      )
      .addOption(
        new Option('--severity <severity>', texts.options.eventsSeverity)
          .choices(severities)
          .argParser(choice(severities)),
      )
      .option('--folder <path>', texts.options.exportFolder, folderArgument)
      .option('--search <words>', texts.options.eventsSearch, atMost(longestLogText))
      .option('--limit <n>', texts.options.eventsLimit, integer(1, 1_000_000));

  filtered('list', texts.commands.eventsList).action(
    async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<EventOptions>();
      const events: ProxyEvent[] = [];
      await eachPage(context, { limit: usualLimit, ...options }, async (page) => {
        events.push(...page);
      });
      await output.result({ events }, linesOf(context, events));
    },
  );

  takesOnly(filtered('export', texts.commands.eventsExport), ['profile', 'dataDir'])
    .addOption(
      new Option('--format <format>', texts.options.eventsFormat)
        .choices(eventFormats)
        .argParser(choice(eventFormats)),
    )
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<EventOptions>();
      const writer = eventWriter(options.format ?? 'csv', speaker.event);
      await output.file(writer.head);
      await eachPage(context, options, (page) => output.file(writer.rows(page)));
      await output.file(writer.tail);
    });
}

/** Hands on the events that are wanted, newest first, a page at a time. */
async function eachPage(
  context: CommandContext,
  options: EventOptions,
  onPage: (events: readonly ProxyEvent[]) => Promise<void>,
): Promise<void> {
  const filter = await filterOf(context, options);
  const directory = await openDataDirectory(options.dataDir, context.env);
  const { database, notices, close } = openDatabase(directory);
  try {
    for (const notice of notices) context.output.warn(context.speaker.notice(notice).text);
    const log = createEventLog(database);
    let left = options.limit ?? Number.POSITIVE_INFINITY;
    for (let before: number | undefined; left > 0; ) {
      const limit = Math.min(pageSize, left);
      const query = { ...filter, limit, ...(before === undefined ? {} : { before }) };
      const page = await whileGoingOn(log.search(query), context.interrupted);
      await requireGoingOn(context.interrupted);
      if (page.length > 0) await onPage(page);
      if (page.length < limit) break;
      before = page.at(-1)?.id;
      left -= page.length;
    }
  } finally {
    close();
  }
}

async function filterOf(context: CommandContext, options: EventOptions): Promise<EventFilter> {
  const { profile: name, folder, since, until, kind, severity, search } = options;
  const ids =
    name === undefined && folder === undefined
      ? undefined
      : await withProfiles(context, options, (saved) => {
          requireFolder(saved, folder);
          const chosen = name === undefined ? saved.list() : [profileNamed(saved, name)];
          return chosen.filter((each) => isInFolder(each, folder ?? '')).map(({ id }) => id);
        });
  return {
    ...(ids !== undefined && { ids }),
    ...(since !== undefined && { from: since }),
    ...(until !== undefined && { to: until }),
    ...(kind !== undefined && { kinds: kind }),
    ...(severity !== undefined && { severity }),
    ...(search !== undefined && { text: search }),
  };
}

function linesOf(
  { texts, speaker }: CommandContext,
  events: readonly ProxyEvent[],
): readonly string[] {
  if (events.length === 0) return [texts.eventsEmpty];
  const { at, profileName, kind, detail } = texts.eventsColumns;
  const rows = events.map((event) => [
    speaker.format.dateTime(event.at),
    event.profileId === consoleId ? '' : printable(event.profileName),
    event.kind,
    printable(speaker.event(event)),
  ]);
  return table([[at, profileName, kind, detail], ...rows]);
}
