import type { Command } from 'commander';
import type { GlobalOptions } from './global-options.ts';
import { usageError } from './usage.ts';

type Name = keyof GlobalOptions;

/**
 * Throws `invalid-input` for a global option that was given to a command that makes no use of it: whoever gave it would believe that it did
 * something. Nothing is done then.
 */
export function refuseUnused(command: Command, used: readonly Name[]): void {
  const path = pathOf(command);
  const options = command.optsWithGlobals<GlobalOptions>();
  for (const option of programOf(command).options) {
    const name = option.attributeName() as Name;
    if (options[name] === undefined || used.includes(name)) continue;
    const { flags, long } = option;
    const fact = { option: long ?? flags };
    throw name === 'passwordStdin'
      ? usageError({ case: 'password-unused', ...fact }, path)
      : usageError({ case: 'option-unused', ...fact, command: path }, path);
  }
}

function programOf(command: Command): Command {
  return command.parent === null ? command : programOf(command.parent);
}

/** `profiles add` */
function pathOf(command: Command): string {
  if (command.parent === null) return '';
  return `${pathOf(command.parent)} ${command.name()}`.trim();
}
