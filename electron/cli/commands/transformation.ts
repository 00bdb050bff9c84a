import type { Command } from 'commander';
import { warningsOf } from '../../../shared/shell/warnings.ts';
import { escapeControls } from '../../../shared/spcp/ascii.ts';
import type { CommandLineTexts } from '../../../shared/texts/command-line-texts.ts';
import { sayWarning } from '../../../shared/texts/command-warnings.ts';
import { type ConfirmOptions, confirmFlags } from '../arguments/confirm.ts';
import type { GlobalOptions } from '../arguments/global-options.ts';
import { transformation } from '../arguments/values.ts';
import type { CommandContext } from '../context.ts';
import { table } from '../output/table.ts';
import { loginFor } from '../target/login.ts';
import { resolveTarget } from '../target/target.ts';
import { withReads } from '../target/with-reads.ts';
import { change, reportChange } from './change.ts';

interface SetOptions extends ConfirmOptions {
  readonly expect?: string;
}

const expectFlags = '-e, --expect <current>';

/** `transformation get`, `set` and `clear`. */
export function addTransformation(program: Command, context: CommandContext): void {
  const { texts } = context;
  const { commands } = texts;
  const group = program.command('transformation').description(commands.transformation);

  group
    .command('get')
    .description(commands.transformationGet)
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      const target = await resolveTarget(context, options);
      const login = () => loginFor(context, options, target);
      const inForce = await withReads(context, options, target, { login }, (client) =>
        client.getTransformation(),
      );
      const { output } = context;
      // A script would take the word for a transformation.
      const lines = inForce === null && !output.terminal ? [] : [shown(texts, inForce)];
      await output.result({ transformation: inForce }, lines);
    });

  group
    .command('set')
    .description(commands.transformationSet)
    .argument('<command>', texts.arguments.command, transformation)
    .addHelpText('after', `\n${commands.transformationSetMore}`)
    .option(expectFlags, texts.options.expect)
    .option(confirmFlags, texts.options.confirm)
    .action(async (next: string, _options: unknown, command: Command) => {
      const { output, speaker } = context;
      for (const warning of warningsOf(next)) output.warn(sayWarning(speaker.language, warning));
      await set(context, command.optsWithGlobals<SetOptions>(), next);
    });

  group
    .command('clear')
    .description(commands.transformationClear)
    .option(expectFlags, texts.options.expect)
    .option(confirmFlags, texts.options.confirm)
    .action(async (_options: unknown, command: Command) => {
      await set(context, command.optsWithGlobals<SetOptions>(), null);
    });
}

async function set(
  context: CommandContext,
  options: SetOptions,
  next: string | null,
): Promise<void> {
  const { expect } = options;
  const entry = await change(context, options, async (client) => {
    const seen = expect === undefined ? await client.getTransformation() : expect || null;
    return { setting: 'transformation', seen, next };
  });
  const { texts } = context;
  await reportChange(context, entry, [
    ...table([
      [texts.change.before, shown(texts, entry.before)],
      [texts.change.inForce, shown(texts, entry.after)],
    ]),
  ]);
}

function shown({ none }: CommandLineTexts, value: string | null): string {
  return value === null ? none : escapeControls(value);
}
