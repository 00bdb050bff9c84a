import { type Command, CommanderError } from 'commander';
import { addGlobalOptions } from './arguments/global-options.ts';
import { helpIn, speakHelp } from './arguments/help.ts';
import { SpokenCommand } from './arguments/spoken-command.ts';
import { programName, refusePasswordOption, usageError } from './arguments/usage.ts';
import { refuseUnused } from './arguments/used-globals.ts';
import { commandsFor } from './commands.ts';
import type { CommandContext } from './context.ts';

/**
 * The command line with the command that the arguments name, or with all commands where they name none, or are not given. Its words are in the
 * language of `context`; the rest of that is used by a command that is run only. `writeHelp` is given what help is asked for.
 */
export async function declareProgram(
  context: CommandContext,
  argv: readonly string[] = [],
  writeHelp: (text: string) => void = () => undefined,
): Promise<Command> {
  const { texts } = context;
  const program = new SpokenCommand(programName)
    .description(texts.commands.program)
    .configureHelp(helpIn(texts))
    .helpOption('-h, --help', texts.help.option)
    // Commander's own messages are made into ours; what it writes is help, or a message a second time.
    .configureOutput({ writeOut: writeHelp, writeErr: () => undefined })
    .exitOverride()
    .hook('preAction', (known, command) => refuseUnused(known, command))
    .addHelpText('after', `\n${texts.help.password}\n\n${texts.help.exitCodes}`);
  addGlobalOptions(program, texts.options);
  // After the settings above, which a command takes over from the program when it is added.
  for (const add of await commandsFor(argv, program.options)) add(program, context);
  speakHelp(program, texts);
  return program;
}

/** Runs the command that the arguments name. Throws what the command throws, and `invalid-input` for arguments that are wrong. */
export async function runProgram(argv: readonly string[], context: CommandContext): Promise<void> {
  refusePasswordOption(argv);
  let help = '';
  const program = await declareProgram(context, argv, (text) => {
    help += text;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Help that nobody asked for: what it is the help of has commands, and none was named.
    if (error.exitCode !== 0)
      throw usageError({ case: 'command-missing' }, commandPath(program, argv));
    await context.output.text(help);
  }
}

/** The words of the arguments that name a command, for the hint where its help is. */
function commandPath(program: Command, argv: readonly string[]): string {
  const path: string[] = [];
  let at = program;
  for (const word of argv) {
    const next = at.commands.find((command) => command.name() === word);
    if (next === undefined) continue;
    path.push(word);
    at = next;
  }
  return path.join(' ');
}
