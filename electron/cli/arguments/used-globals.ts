import type { Command, Option } from 'commander';
import type { GlobalOptions } from './global-options.ts';

const used = new WeakMap<Command, readonly (keyof GlobalOptions)[]>();

/** Says which of the program's options the commands of a group make use of, so that help shows no others. */
export function showOnly(group: Command, names: readonly (keyof GlobalOptions)[]): Command {
  used.set(group, names);
  return group;
}

/** The options of the program that help of a command shows: those that its group makes use of, and all where nobody said. */
export function shownGlobals(command: Command, options: readonly Option[]): Option[] {
  for (let at: Command | null = command; at !== null; at = at.parent) {
    const names: readonly string[] | undefined = used.get(at);
    if (names !== undefined)
      return options.filter((option) => names.includes(option.attributeName()));
  }
  return [...options];
}
