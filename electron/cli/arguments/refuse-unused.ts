import type { Command } from 'commander';
import type { GlobalOptions } from './global-options.ts';
import { usageError } from './usage.ts';

type Name = keyof GlobalOptions;

/** Where the reason says more than that the command makes no use of it. */
const reasons: Partial<Readonly<Record<Name, string>>> = {
  passwordStdin:
    'the command line keeps no password. Give it to each command that logs in, or enter it in the app',
};

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
    const reason = reasons[name] ?? `"${path}" makes no use of it`;
    throw usageError(`${option.long} is out of place: ${reason}.`, { [name]: 'unused' }, path);
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
