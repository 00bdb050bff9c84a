import type { Command, Option } from 'commander';

/** A command as manual and completions tell of it. */
export interface Outline {
  /** Its words, the program's name first: `spcp profiles add`. */
  readonly path: string;
  /** Its last word. */
  readonly name: string;
  readonly about: string;
  readonly usage: string;
  readonly args: readonly OutlineArgument[];
  /** Its own, then those of the programs above that mean something to it. */
  readonly options: readonly OutlineOption[];
  readonly commands: readonly Outline[];
  /** What its help has behind all that. */
  readonly more: string;
}
export interface OutlineArgument {
  readonly name: string;
  readonly about: string;
  readonly choices: readonly string[];
}
export interface OutlineOption {
  /** As help shows them: `-L, --host <host>`. */
  readonly flags: string;
  /** `-L` and `--host`. */
  readonly names: readonly string[];
  readonly about: string;
  readonly takesValue: boolean;
  readonly choices: readonly string[];
}

/** Reads a declared command and all below it. */
export function outlineOf(command: Command, above = ''): Outline {
  const help = command.createHelp();
  const path = `${above} ${command.name()}`.trim();
  const option = (each: Option): OutlineOption => ({
    flags: each.flags,
    names: [each.short, each.long].filter((name) => name !== undefined),
    about: help.optionDescription(each),
    takesValue: each.required || each.optional,
    choices: each.argChoices ?? [],
  });
  return {
    path,
    name: command.name(),
    about: command.description(),
    usage: `${path} ${command.usage()}`,
    args: command.registeredArguments.map((each) => ({
      name: each.name(),
      about: help.argumentDescription(each),
      choices: each.argChoices ?? [],
    })),
    options: [...help.visibleOptions(command), ...help.visibleGlobalOptions(command)].map(option),
    commands: help
      .visibleCommands(command)
      .filter((below) => below.name() !== 'help')
      .map((below) => outlineOf(below, path)),
    more: afterHelp(command),
  };
}

/** What a command's help has behind its list of options. */
function afterHelp(command: Command): string {
  let text = '';
  const { writeOut } = command.configureOutput();
  command.configureOutput({
    writeOut: (part) => {
      text += part;
    },
  });
  command.outputHelp();
  command.configureOutput({ writeOut });
  return text.slice(command.helpInformation().length).trim();
}

/** A command and all below it, itself first. */
export function withAllBelow(outline: Outline): readonly Outline[] {
  return [outline, ...outline.commands.flatMap(withAllBelow)];
}
