import { Argument, Command, CommanderError, type Option } from 'commander';
import { nearestNames } from './nearest-names.ts';
import { InvalidValue, usageError } from './usage.ts';

/**
 * A command whose faults are errors of ours: Commander words its own in English, and in the text only. What is overridden here is what
 * Commander calls where it meets a fault; its declarations leave these methods out.
 */
export class SpokenCommand extends Command {
  override createCommand(name?: string): Command {
    return new SpokenCommand(name);
  }

  missingArgument(argument: string): never {
    throw usageError({ case: 'argument-missing', argument }, ...this.#place());
  }

  optionMissingArgument(option: Option): never {
    throw usageError({ case: 'option-value-missing', option: shown(option) }, ...this.#place());
  }

  unknownOption(given: string): never {
    // What follows the name may be a secret that was put where it does not belong.
    const option = given.startsWith('--') ? (given.split('=', 1)[0] ?? '') : given.slice(0, 2);
    const nearest = given.startsWith('--') ? nearestNames(option, this.#longOptions()) : [];
    throw usageError(
      { case: 'option-unknown', option, nearest: nearest.join(', ') },
      ...this.#place(),
    );
  }

  unknownCommand(): never {
    const [command = ''] = this.args;
    const names = this.commands.map((known) => known.name());
    const nearest = nearestNames(command, names).join(', ');
    throw usageError({ case: 'command-unknown', command, nearest }, ...this.#place());
  }

  /** Help of what is not there is none: a command that is mistyped is one also where its help is asked for. */
  _outputHelpIfRequested(given: readonly string[]): void {
    const [word] = this.args;
    const isAsked = given.some((each) => each === '--help' || each === '-h');
    if (isAsked && this.commands.length > 0 && word !== undefined && !word.startsWith('-'))
      this.unknownCommand();
    if (isAsked) {
      this.outputHelp();
      throw new CommanderError(0, 'commander.helpDisplayed', '(outputHelp)');
    }
  }

  _excessArguments(): never {
    throw usageError({ case: 'arguments-excess' }, ...this.#place());
  }

  _conflictingOption(option: Option, other: Option): never {
    const detail = { option: shown(option), other: shown(other) };
    throw usageError({ case: 'options-conflict', ...detail }, ...this.#place());
  }

  /** Reads the value of an option or of an argument. */
  _callParseArg(target: Option | Argument, given: string, previous: unknown): unknown {
    try {
      return target.parseArg?.(given, previous);
    } catch (error) {
      if (!(error instanceof InvalidValue)) throw error;
      const option = target instanceof Argument ? `<${target.name()}>` : shown(target);
      throw usageError({ case: 'value', option, given, rule: error.rule }, ...this.#place());
    }
  }

  /** The words of this command, and of the program that it belongs to. */
  #place(): readonly [path: string, program: string] {
    const names: string[] = [];
    let at: Command = this;
    for (; at.parent !== null; at = at.parent) names.unshift(at.name());
    return [names.join(' '), at.name()];
  }

  /** Of this command and of those above it. */
  #longOptions(): string[] {
    const names = new Set<string>();
    for (let at: Command | null = this; at !== null; at = at.parent) {
      for (const { long } of at.createHelp().visibleOptions(at)) if (long) names.add(long);
    }
    return [...names];
  }
}

/** The option and its value, without the short form. */
function shown({ flags }: Option): string {
  return flags.replace(/^-[A-Za-z], /, '');
}
