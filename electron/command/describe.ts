import { Argument, type Command } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { commandLineTexts } from '../../shared/texts/command-line.ts';
import { speaker } from '../../shared/texts/say.ts';
import { declareAttach } from '../attach/stdio/options.ts';
import { helpIn, speakHelp } from '../cli/arguments/help.ts';
import { SpokenCommand } from '../cli/arguments/spoken-command.ts';
import { choice } from '../cli/arguments/values.ts';
import { describeCommandLine } from '../cli/describe.ts';
import { declareCollect } from '../collect/options.ts';
import { declareReferenceProxy } from '../reference-proxy/run-options.ts';
import { declareWeb } from '../web/options.ts';
import { completionShells } from './completion/completion.ts';

/**
 * The whole of `spcp-console`: what its help, its manual and its completions are made from, each command as it is declared where it is run.
 * `locale` is a tag such as `es-MX`; `write` is given what help is asked for.
 */
export async function describeConsole(
  locale: string,
  process: NodeJS.Process,
  write: (text: string) => void = () => undefined,
): Promise<Command> {
  const texts = commandLineTexts(speaker(locale).language);
  const { console: words } = texts;
  const program = new SpokenCommand('spcp-console')
    .description(words.about)
    .configureHelp(helpIn(texts))
    .configureOutput({ writeOut: write, writeErr: () => undefined })
    .exitOverride()
    .version(manifest.version, '-V, --version', words.version)
    .addHelpText('after', `\n${words.more}`);
  const commandLine = (await describeCommandLine(locale, process)).name('cli').summary(words.cli);
  program
    .addCommand(declareWeb().name('serve').summary(words.serve).copyInheritedSettings(program))
    .addCommand(
      declareCollect(texts)
        .name('collect')
        .summary(words.collectSummary)
        .copyInheritedSettings(program),
    )
    .addCommand(declareAttach().name('attach').summary(words.attach).copyInheritedSettings(program))
    .addCommand(commandLine)
    .addCommand(
      declareReferenceProxy()
        .name('reference-proxy')
        .summary(words.referenceProxy)
        .copyInheritedSettings(program),
    )
    .command('completion')
    .description(words.completion)
    .addArgument(
      new Argument('<shell>', words.shell)
        .choices(completionShells)
        .argParser(choice(completionShells)),
    );
  speakHelp(program, texts);
  return program;
}

/** `spcp`, which is `spcp-console cli` by a name of its own. */
export async function describeShort(locale: string, process: NodeJS.Process): Promise<Command> {
  return (await describeCommandLine(locale, process)).name('spcp');
}
