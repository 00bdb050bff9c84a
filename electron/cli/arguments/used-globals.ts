import type { Command, Option } from 'commander';
import type { GlobalOptions } from './global-options.ts';
import { usageError } from './usage.ts';

type Name = keyof GlobalOptions;

const used = new WeakMap<Command, readonly Name[]>();

/**
 * Says which of the program's options a command makes use of, or the commands of a group that say nothing of their own: help shows no others,
 * and others are refused.
 */
export function takesOnly(command: Command, names: readonly Name[]): Command {
  used.set(command, names);
  return command;
}

/** The options of the program that help of a command shows: those that it makes use of, and all where nobody said. */
export function shownGlobals(command: Command, options: readonly Option[]): Option[] {
  const names: readonly string[] | null = usedBy(command);
  return options.filter((option) => names?.includes(option.attributeName()) ?? true);
}

/**
 * Throws `invalid-input` for an option of the program that was given to a command that makes no use of it: whoever gave it would believe that
 * it did something. To be called before the command does anything.
 */
export function refuseUnused(program: Command, command: Command): void {
  const names = usedBy(command);
  if (names === null) return;
  const path = pathOf(command);
  const options = command.optsWithGlobals<GlobalOptions>();
  for (const option of program.options) {
    const name = option.attributeName() as Name;
    if (options[name] === undefined || names.includes(name)) continue;
    const { flags, long } = option;
    const fact = { option: long ?? flags };
    throw name === 'passwordStdin'
      ? usageError({ case: 'password-unused', ...fact }, path)
      : usageError({ case: 'option-unused', ...fact, command: path }, path);
  }
}

/** Null where nobody said. */
function usedBy(command: Command): readonly Name[] | null {
  const names = used.get(command);
  if (names !== undefined) return names;
  return command.parent === null ? null : usedBy(command.parent);
}

/** `profiles add` */
function pathOf(command: Command): string {
  if (command.parent === null) return '';
  return `${pathOf(command.parent)} ${command.name()}`.trim();
}
