import { CommanderError } from 'commander';
import { AppError } from '../../shared/errors.ts';
import { commandLineTexts } from '../../shared/texts/command-line.ts';
import { inOneLine, speaker } from '../../shared/texts/say.ts';
import { localeOf } from '../base/locale.ts';
import { usageError } from '../cli/arguments/usage.ts';
import { type CompletionShell, completionFor } from './completion/completion.ts';
import { describeConsole, describeShort } from './describe.ts';
import { outlineOf } from './outline.ts';

/** What `spcp-console` says of itself: help, version, and what completes its words. Exit codes: 0 said, 2 wrong arguments. */
export async function answerOfItself(
  argv: readonly string[],
  process: NodeJS.Process,
): Promise<void> {
  const spoken = speaker(localeOf(process.env));
  try {
    process.stdout.write(await answerTo(argv, process));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { prefixes } = commandLineTexts(spoken.language);
    process.stderr.write(`${prefixes.error}: ${inOneLine(spoken.error(error.toValue()))}\n`);
    process.exitCode = 2;
  }
}

/** Throws `invalid-input` for arguments that are wrong. */
async function answerTo(argv: readonly string[], process: NodeJS.Process): Promise<string> {
  const locale = localeOf(process.env);
  let text = '';
  const program = await describeConsole(locale, process, (part) => {
    text += part;
  });
  program.commands
    .find((command) => command.name() === 'completion')
    ?.action(async (shell: CompletionShell) => {
      for (const describe of [describeConsole, describeShort])
        text += completionFor(shell, outlineOf(await describe(locale, process)));
    });
  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Help that nobody asked for: no command was named.
    if (error.exitCode !== 0) throw usageError({ case: 'command-missing' }, '', program.name());
  }
  return text;
}
