import { type Argument, type Command, Help, type HelpConfiguration, type Option } from 'commander';
import type { CommandLineTexts } from '../../../shared/texts/command-line-texts.ts';
import { shownGlobals } from './used-globals.ts';

/** How help is made, in these words. Commander has its own in English for the headings, and for what it says behind an option. */
export function helpIn(texts: CommandLineTexts): HelpConfiguration {
  const described = ({
    description,
    argChoices,
    defaultValue,
    defaultValueDescription,
  }: Described) => {
    const list = argChoices?.map((choice) => JSON.stringify(choice)).join(', ');
    const value = defaultValueDescription ?? JSON.stringify(defaultValue);
    const more = [
      ...(list === undefined ? [] : [texts.choices(list)]),
      ...(defaultValue === undefined ? [] : [texts.byDefault(value)]),
    ];
    return more.length === 0 ? description : `${description} (${more.join(', ')})`;
  };
  return {
    showGlobalOptions: true,
    visibleGlobalOptions(command) {
      return shownGlobals(command, Help.prototype.visibleGlobalOptions.call(this, command));
    },
    styleTitle: (title) => texts.headings[title] ?? title,
    optionDescription: described,
    argumentDescription: described,
  };
}

type Described = Pick<
  Option | Argument,
  'description' | 'argChoices' | 'defaultValue' | 'defaultValueDescription'
>;

/** Gives the words to what each command has of its own accord: `--help`, and `help` where there are commands below. */
export function speakHelp(command: Command, texts: CommandLineTexts): void {
  command.helpOption('-h, --help', texts.help.option);
  if (command.commands.length > 0) command.helpCommand('help [command]', texts.help.command);
  for (const below of command.commands) speakHelp(below, texts);
}
