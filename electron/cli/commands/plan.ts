import { type Command, Option } from 'commander';
import { type Decision, decisions, mostTargets, type Planned } from '../../../shared/model/plan.ts';
import { concurrencyRange } from '../../../shared/model/plan-concurrency.ts';
import type { GlobalOptions } from '../arguments/global-options.ts';
import { usageError } from '../arguments/usage.ts';
import { takesOnly } from '../arguments/used-globals.ts';
import {
  bufferSize,
  choice,
  folderArgument,
  integer,
  planName,
  transformation,
} from '../arguments/values.ts';
import type { CommandContext } from '../context.ts';
import { printable } from '../output/printable.ts';
import { table } from '../output/table.ts';
import { applyInStages } from '../plan/apply-canary.ts';
import {
  type ApplyOptions,
  applyHere,
  endReading,
  tellReading,
  untilOver,
} from '../plan/apply-here.ts';
import { canaryLines } from '../plan/canary-output.ts';
import type { WantedOf } from '../plan/keeps-all.ts';
import type { PlanDesk } from '../plan/plan-desk.ts';
import { countsLine, madeBy, planLines } from '../plan/plan-output.ts';
import { doneStepsOf, openStepsOf } from '../plan/plan-steps.ts';
import { type TargetOptions, targetsOf } from '../plan/plan-targets.ts';
import { withPlanning } from '../plan/with-planning.ts';
import { type PlanningHere, planNamed, withPlans } from '../plan/with-plans.ts';
import type { KnownProfiles } from '../target/with-managed.ts';
import {
  addCanaryOptions,
  addPlanCanary,
  type CanaryArguments,
  canaryOptionsOf,
} from './plan-canary.ts';

type CreateOptions = GlobalOptions &
  Omit<TargetOptions, 'profiles'> & {
    /** False is none: --no-transformation. */
    readonly transformation?: string | false;
    readonly bufferSize?: number;
  };

const usedHere = ['dataDir', 'json'] as const;
const usedThere = [...usedHere, 'passwordStdin', 'timeout', 'alone'] as const;

/** `plan create`, `list`, `show`, `apply`, `canary`, `resume`, `undo`, `stop` and `remove`. */
export function addPlan(program: Command, context: CommandContext): void {
  const { texts, output } = context;
  const { commands, options: said, arguments: argumentTexts } = texts;
  const group = takesOnly(program.command('plan').description(commands.plan), usedThere);
  const of = (name: string, description: string): Command =>
    group.command(name).description(description).argument('<plan>', argumentTexts.plan);
  const applying = (command: Command): Command =>
    command
      .option('--approve <text>', said.approve)
      .option(
        '--concurrency <n>',
        said.concurrency,
        integer(concurrencyRange.min, concurrencyRange.max),
      );

  group
    .command('create')
    .description(commands.planCreate)
    .argument('<name>', argumentTexts.newPlan, planName)
    .argument('[profile...]', argumentTexts.profileNames)
    .option('--folder <path>', said.planFolder, folderArgument)
    .option('--tag <tag>', said.planTag)
    .option('--search <text>', said.planSearch)
    .option('--transformation <command>', said.planTransformation, transformation)
    .option('--no-transformation', said.planNoTransformation)
    .option('--buffer-size <n>', said.planBufferSize, bufferSize)
    .addHelpText('after', `\n${commands.planMore}`)
    .action(async (name: string, profiles: string[], _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<CreateOptions>();
      const planned = plannedOf(options);
      const targets = (saved: KnownProfiles) => targetsOf(saved, { ...options, profiles });
      const wanted: WantedOf = (_, saved) => targets(saved).ids;
      const create = async ({ desk, profiles: saved }: PlanningHere): Promise<void> => {
        const { id } = await desk.create({ name, planned, ...targets(saved) });
        await tellRead(context, desk, id);
      };
      await withPlanning(context, options, wanted, create, mostTargets);
    });

  takesOnly(group.command('list'), usedHere)
    .description(commands.planList)
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      await withPlans(context, options, async ({ plans }) => {
        const list = plans.list();
        const { id, plan, made, state } = texts.plan.columns;
        const rows = list.map((each) => [
          each.id.slice(0, 8),
          printable(each.name),
          madeBy(context, each),
          countsLine(context, each),
        ]);
        const lines =
          rows.length === 0 ? [texts.plan.none] : table([[id, plan, made, state], ...rows]);
        await output.result({ plans: list }, lines);
      });
    });

  of('show', commands.planShow)
    .option('--read', said.planRead)
    .action(async (given: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions & { read?: true }>();
      const show = async ({ desk }: PlanningHere): Promise<void> => {
        const { id } = planNamed(await desk.list(), given);
        const canary = await desk.withCanary(id, (of) => of.get(id));
        if (options.read) {
          await desk.read(id);
          await untilOver(context, desk, id);
        }
        const plan = await desk.get(id);
        const lines = canary === null ? [] : canaryLines(context, canary, plan.steps);
        await output.result({ ...plan, canary }, [...planLines(context, plan), ...lines]);
        if (options.read) endReading(context, plan);
      };
      if (options.read) await withPlanning(context, options, openStepsOf(given), show);
      else await withPlans(context, options, show);
    });

  addCanaryOptions(applying(of('apply', commands.planApply)), said).action(
    async (given: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<ApplyOptions & CanaryArguments>();
      await withPlanning(context, options, openStepsOf(given), async ({ desk, profiles }) => {
        const canary = canaryOptionsOf(options, profiles);
        const { id } = planNamed(await desk.list(), given);
        if (canary !== null) return applyInStages(context, options, desk, id, canary);
        return applyHere(context, options, desk, { id, kind: 'waiting' });
      });
    },
  );
  addPlanCanary(group, context);

  applying(of('resume', commands.planResume))
    .addOption(
      new Option('--conflicts <decision>', said.conflicts)
        .choices(decisions)
        .argParser(choice(decisions)),
    )
    .action(async (given: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<ApplyOptions & { conflicts?: Decision }>();
      await withPlanning(context, options, openStepsOf(given), async ({ desk }) => {
        const { id } = planNamed(await desk.list(), given);
        if (options.conflicts) await desk.decide(id, options.conflicts);
        await applyHere(context, options, desk, { id, kind: 'both' });
      });
    });

  of('undo', commands.planUndo)
    .option('--name <name>', said.name, planName)
    .action(async (given: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions & { name?: string }>();
      await withPlanning(context, options, doneStepsOf(given), async ({ desk }) => {
        const { id } = await desk.undo(planNamed(await desk.list(), given).id, options.name);
        await tellRead(context, desk, id);
      });
    });

  of('stop', commands.planStop).action(
    async (given: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      await withPlans(context, options, async ({ plans }) => {
        const { id, name, elsewhere } = planNamed(plans.list(), given);
        await plans.stop(id, 'everywhere');
        const stopped = elsewhere !== 'no';
        const { stopping, atRest } = texts.plan;
        await output.result({ stopped }, [(stopped ? stopping : atRest)(printable(name))]);
      });
    },
  );

  of('remove', commands.planRemove).action(
    async (given: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      await withPlans(context, options, async ({ plans }) => {
        const plan = planNamed(plans.list(), given);
        plans.remove(plan.id);
        await output.result({ removed: plan }, [texts.removed(printable(plan.name))]);
      });
    },
  );
}

/** Waits until the values of a plan that was just made are read, and prints it; ends as `endReading`. */
async function tellRead(context: CommandContext, desk: PlanDesk, id: string): Promise<void> {
  await untilOver(context, desk, id);
  await tellReading(context, await desk.get(id));
}

/** Throws `invalid-input` where it is nothing, or two things. */
function plannedOf({ transformation: next, bufferSize: bytes }: CreateOptions): Planned {
  if ((next === undefined) === (bytes === undefined))
    throw usageError({ case: 'plan-value' }, 'plan create');
  if (bytes !== undefined) return { setting: 'bufferSize', bytes };
  return { setting: 'transformation', next: next || null };
}
