import type { Command } from 'commander';
import { AppError } from '../../../shared/errors.ts';
import type { Alert } from '../../../shared/model/alert.ts';
import type { AlertRule } from '../../../shared/model/alert-rule.ts';
import { isSameName } from '../../../shared/model/name.ts';
import { unknownCount } from '../../../shared/model/open-count.ts';
import { ruleSaid } from '../../../shared/texts/alert-line.ts';
import { createOpenAlerts } from '../../alerts/open-alerts.ts';
import { wouldFire } from '../../alerts/would-fire.ts';
import { systemClock } from '../../base/clock.ts';
import { createAlertStore } from '../../store/alerts.ts';
import { createHistory } from '../../store/history/history.ts';
import { createLastKnownStore } from '../../store/last-known.ts';
import { createEventLog } from '../../store/logs/events.ts';
import type { GlobalOptions } from '../arguments/global-options.ts';
import { takesOnly } from '../arguments/used-globals.ts';
import { alertReason } from '../arguments/values.ts';
import type { CommandContext } from '../context.ts';
import { type Journal, openJournal } from '../journal.ts';
import { printable } from '../output/printable.ts';
import { table } from '../output/table.ts';
import { withProfiles } from '../target/saved-profiles.ts';

const used = ['dataDir', 'json'] as const;
/** Of those that are over. */
const mostPast = 100;
/** Characters of an id that are enough to name what has it. */
const leastOfId = 4;

/** `alerts list`, `ack`, `rules` and `test`. */
export function addAlerts(program: Command, context: CommandContext): void {
  const { texts } = context;
  const group = takesOnly(program.command('alerts'), used).description(texts.commands.alerts);

  group
    .command('list')
    .description(texts.commands.alertsList)
    .option('--past', texts.options.alertsPast)
    .action(async (_options: unknown, command: Command) => {
      const options = optionsOf<{ past?: true }>(command);
      const alerts = await withStore(context, options, ({ store }) =>
        options.past === true ? store.past(mostPast) : store.open(),
      );
      const lines = alerts.length === 0 ? [texts.alerts.none] : alertLines(context, alerts);
      await context.output.result({ alerts }, lines);
    });

  group
    .command('ack')
    .description(texts.commands.alertsAck)
    .argument('<alert>', texts.arguments.alert)
    .option('--reason <text>', texts.options.alertsReason, alertReason)
    .action(async (given: string, _options: unknown, command: Command) => {
      const options = optionsOf<{ reason?: string }>(command);
      const alerts = await withStore(context, options, ({ store, journal }) => {
        const { actor, onEvents } = journal;
        const open = createOpenAlerts({ store, clock: systemClock, actor: () => actor, onEvents });
        const meant = given === 'all' ? open.list() : [alertOf(open.list(), given)];
        return open.acknowledge(
          meant.map(({ id }) => id),
          options.reason ?? '',
        );
      });
      await context.output.result({ acknowledged: alerts }, [
        texts.alerts.acknowledged(alerts.length),
      ]);
    });

  group
    .command('rules')
    .description(texts.commands.alertsRules)
    .action(async (_options: unknown, command: Command) => {
      const rules = await withStore(context, optionsOf(command), ({ store }) => store.rules.list());
      await context.output.result(
        { rules },
        table(
          rules.map((rule) => [
            rule.id,
            context.speaker.words.values[rule.enabled ? 'on' : 'off'],
            nameOf(context, rule),
          ]),
        ),
      );
    });

  group
    .command('test')
    .description(texts.commands.alertsTest)
    .argument('<rule>', texts.arguments.alertRule)
    .action(async (given: string, _options: unknown, command: Command) => {
      const options = optionsOf(command);
      await withProfiles(context, options, (saved) =>
        withStore(context, options, async ({ store, journal }) => {
          const history = createHistory(journal.database);
          const events = createEventLog(journal.database);
          const lastKnown = createLastKnownStore(journal.database);
          const answer = await wouldFire(
            {
              history: {
                range: async (query) => history.range(query),
                missed: async (query) => history.missed(query),
              },
              events: { list: async (query) => events.list(query) },
              profiles: () => saved.list(),
              classes: saved.allClasses,
              maintenance: store.maintenance.list,
              openCountOf: (profile) =>
                lastKnown.get(profile.id, profile)?.openCount ?? unknownCount,
              clock: systemClock,
            },
            ruleNamed(store.rules.list(), given),
          );
          const name = (id: string): string => printable(saved.get(id)?.name ?? id);
          const { spans, basis, knownMinutes } = answer;
          const lines = spans.map(({ profileId, from, to }) => [
            name(profileId),
            context.speaker.format.dateTime(from),
            to === null ? '' : context.speaker.format.dateTime(to),
          ]);
          const nothing =
            basis === 'nothing' || knownMinutes === 0
              ? texts.alerts.notKept
              : texts.alerts.wouldFireNothing;
          await context.output.result(answer, spans.length === 0 ? [nothing] : table(lines));
        }),
      );
    });
}

function optionsOf<T>(command: Command): GlobalOptions & T {
  return command.optsWithGlobals<GlobalOptions & T>();
}

interface Here {
  readonly store: ReturnType<typeof createAlertStore>;
  readonly journal: Journal;
}

/** Runs a task with the alerts of the data directory, beside whatever consoles run on it. Throws as the stores do. */
async function withStore<T>(
  context: CommandContext,
  options: GlobalOptions,
  task: (here: Here) => T | Promise<T>,
): Promise<T> {
  const journal = await openJournal(context, options);
  try {
    return await task({ store: createAlertStore(journal.database), journal });
  } finally {
    journal.close();
  }
}

/** The one whose id begins so; undefined for none. Throws `invalid-input` where it is not the only one. */
function byBeginning<T extends { readonly id: string }>(
  all: readonly T[],
  given: string,
): T | undefined {
  if (given.length < leastOfId) return undefined;
  return onlyOne(
    all.filter(({ id }) => id.startsWith(given.toLowerCase())),
    given,
  );
}

function onlyOne<T>(found: readonly T[], given: string): T | undefined {
  if (found.length > 1)
    throw new AppError('invalid-input', { case: 'alerts-named', given, count: found.length });
  return found[0];
}

/** By how its id begins. Throws `not-found`, and `invalid-input` where several are meant. */
function alertOf(alerts: readonly Alert[], given: string): Alert {
  const found = byBeginning(alerts, given);
  if (found === undefined) throw new AppError('not-found', { case: 'alert', id: given });
  return found;
}

/** By its name, by what it is about where it has none, or how its id begins. Throws as `alertOf`. */
function ruleNamed(rules: readonly AlertRule[], given: string): AlertRule {
  const found =
    onlyOne(
      rules.filter(({ name }) => name !== '' && isSameName(name, given)),
      given,
    ) ??
    onlyOne(
      rules.filter(({ name, condition }) => name === '' && condition.kind === given),
      given,
    ) ??
    byBeginning(rules, given);
  if (found === undefined) throw new AppError('not-found', { case: 'alert-rule', name: given });
  return found;
}

function nameOf({ speaker }: CommandContext, { name, condition }: AlertRule): string {
  const about = speaker.words.alerts[condition.kind];
  return name === '' ? `${about} (${condition.kind})` : `${printable(name)} (${about})`;
}

function alertLines(context: CommandContext, alerts: readonly Alert[]): readonly string[] {
  const { texts, speaker } = context;
  return table(
    alerts.map(({ id, about, firedAt, acknowledged, over }) => {
      const state = over !== null ? 'over' : acknowledged !== null ? 'acknowledged' : 'firing';
      const what =
        about.kind === 'rule'
          ? `${printable(about.profileName)}: ${printable(ruleSaid(about.ruleName, speaker.words.alerts[about.condition.kind]))}`
          : texts.alerts.ownNetwork;
      return [
        id.slice(0, 8),
        texts.alerts.states[state],
        speaker.format.dateTime(firedAt),
        what,
        acknowledged === null ? '' : printable(`${acknowledged.by} ${acknowledged.reason}`.trim()),
      ];
    }),
  );
}
