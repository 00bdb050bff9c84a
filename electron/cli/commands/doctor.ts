import type { Command } from 'commander';
import { AppError } from '../../../shared/errors.ts';
import type { StageResult } from '../../../shared/model/connection-test.ts';
import type { CommandLineTexts } from '../../../shared/texts/command-line-texts.ts';
import type { Speaker } from '../../../shared/texts/say.ts';
import { diagnose } from '../../spcp/diagnose.ts';
import type { GlobalOptions } from '../arguments/global-options.ts';
import type { CommandContext } from '../context.ts';
import { exitCodeOf } from '../exit-code.ts';
import { printable } from '../output/printable.ts';
import { line } from '../output/table.ts';
import { passwordFor } from '../target/login.ts';
import { type ProxyTarget, resolveTarget } from '../target/target.ts';

const numbers = new Set([2]);

/** `doctor`: the way to a proxy, stage by stage, and where it ends. */
export function addDoctor(program: Command, context: CommandContext): void {
  program
    .command('doctor')
    .description(context.texts.commands.doctor)
    .addHelpText('after', `\n${context.texts.commands.doctorMore}`)
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      const target = await resolveTarget(context, options);
      const password = await passwordOrNone(context, options, target);
      await examine(context, options, target, password);
    });
}

async function passwordOrNone(
  context: CommandContext,
  options: GlobalOptions,
  target: ProxyTarget,
): Promise<string | null> {
  try {
    return await passwordFor(context, options, target);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'no-password' || error.code === 'vault-locked') return null;
    throw error;
  }
}

async function examine(
  { output, speaker, texts, interrupted, endWith }: CommandContext,
  { timeout }: GlobalOptions,
  { address, user }: ProxyTarget,
  password: string | null,
): Promise<void> {
  const lineOf = createStageLine(speaker, texts);
  let printing: Promise<void> = Promise.resolve();
  const print = (result: StageResult): void => {
    printing = printing.then(() => output.result(result, [lineOf(result)]));
    // Looked at below; until then nobody listens.
    printing.catch(() => undefined);
  };
  const test = await diagnose(
    address,
    { user, password },
    {
      signal: interrupted,
      timeoutMs: timeout,
      connectTimeoutMs: timeout,
      // Each stage as it comes in; for machines all of them in one object.
      ...(output.json ? {} : { onStage: print }),
    },
  );
  await printing;
  if (output.json) await output.result(test, []);
  const failed = test.stages.find(({ error }) => error !== null);
  if (!failed?.error) return;
  output.complain(failed.error);
  endWith(exitCodeOf(failed.error.code));
}

/** What says a stage in one line, its columns as wide as these words want them. */
function createStageLine(
  speaker: Speaker,
  { stages, outcomes }: CommandLineTexts,
): (result: StageResult) => string {
  const widest = (words: Readonly<Record<string, string>>): number =>
    Math.max(...Object.values(words).map(({ length }) => length));
  const widths = [widest(stages), widest(outcomes), 11, 0];
  return ({ stage, outcome, ms, finding }) => {
    const took = outcome === 'skipped' ? '-' : `${ms.toFixed(1)} ms`;
    const found = finding === null ? '' : printable(speaker.finding(finding).finding);
    return line([stages[stage], outcomes[outcome], took, found], widths, numbers);
  };
}
