import { type Command, Option } from 'commander';
import {
  type CanaryDecision,
  type CanaryOptions,
  type CanaryShare,
  type Hold,
  holdRange,
} from '../../../shared/model/canary.ts';
import type { CommandLineTexts } from '../../../shared/texts/command-line-texts.ts';
import { canaryHold, canaryShare, type GivenShare } from '../arguments/canary-values.ts';
import type { GlobalOptions } from '../arguments/global-options.ts';
import { usageError } from '../arguments/usage.ts';
import { choice } from '../arguments/values.ts';
import type { CommandContext } from '../context.ts';
import { decideCanary } from '../plan/apply-canary.ts';
import { openStepsOf } from '../plan/plan-steps.ts';
import { withPlanning } from '../plan/with-planning.ts';
import { planNamed } from '../plan/with-plans.ts';
import { profileNamed } from '../target/saved-profiles.ts';
import type { KnownProfiles } from '../target/with-managed.ts';

/** What a plan that is applied in two stages is told. */
export interface CanaryArguments {
  readonly canary?: GivenShare;
  readonly hold?: Hold;
  readonly then?: CanaryOptions['whenFine'];
}

const thens = ['go-on', 'ask'] as const;
const decisions = ['go-on', 'revert', 'longer', 'leave'] as const;

/** `--canary`, `--hold` and `--then` of a command that applies plans. */
export function addCanaryOptions(command: Command, said: CommandLineTexts['options']): Command {
  return command
    .option('--canary <share>', said.canary, canaryShare)
    .option('--hold <time>', said.hold, canaryHold)
    .addOption(new Option('--then <what>', said.whenFine).choices(thens).argParser(choice(thens)));
}

/** The options of the canary that is asked for; null without one. Throws `invalid-input` for what only a canary makes use of. */
export function canaryOptionsOf(
  { canary, hold, then }: CanaryArguments,
  profiles: KnownProfiles,
): CanaryOptions | null {
  if (canary !== undefined)
    return {
      share: shareOf(canary, profiles),
      hold: hold ?? { kind: 'time', ms: holdRange.ms.usual },
      whenFine: then ?? 'go-on',
    };
  const option = hold === undefined ? (then === undefined ? null : '--then') : '--hold';
  if (option !== null)
    throw usageError({ case: 'option-unused', option, command: 'plan apply' }, 'plan apply');
  return null;
}

function shareOf(given: GivenShare, profiles: KnownProfiles): CanaryShare {
  if (given.kind === 'named') return { kind: 'one', id: profileNamed(profiles, given.name).id };
  if (given.kind === 'number' && given.count === 1) return { kind: 'one', id: null };
  return given;
}

/** `plan canary`: how far the canary of a plan is, and decisions about it. */
export function addPlanCanary(group: Command, context: CommandContext): void {
  const { texts } = context;
  const { commands, options: said, arguments: argumentTexts } = texts;
  group
    .command('canary')
    .description(commands.planCanary)
    .argument('<plan>', argumentTexts.plan)
    .argument('[decision]', argumentTexts.canaryDecision, choice(decisions))
    .option('--hold <time>', said.hold, canaryHold)
    .addHelpText('after', `\n${commands.planCanaryMore}`)
    .action(
      async (
        given: string,
        word: (typeof decisions)[number] | undefined,
        _options: unknown,
        command: Command,
      ) => {
        const options = command.optsWithGlobals<GlobalOptions & { hold?: Hold }>();
        const decision = decisionOf(word, options.hold);
        await withPlanning(context, options, openStepsOf(given), async ({ desk }) =>
          decideCanary(context, desk, planNamed(await desk.list(), given).id, decision),
        );
      },
    );
}

function decisionOf(
  kind: (typeof decisions)[number] | undefined,
  hold: Hold | undefined,
): CanaryDecision | null {
  if (kind === 'longer') return { kind, hold: hold ?? { kind: 'time', ms: holdRange.ms.usual } };
  if (hold !== undefined)
    throw usageError({ case: 'option-unused', option: '--hold', command: 'plan canary' });
  return kind === undefined ? null : { kind };
}
