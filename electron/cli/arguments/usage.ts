import type { CommanderError } from 'commander';
import { AppError, type ErrorDetail } from '../../../shared/errors.ts';

/** How the command line is called, in help and messages. */
export const programName = 'npm run --silent cli --';

/** Something is wrong with the arguments; `path` are the words of the command that has the help. */
export function usageError(message: string, detail: ErrorDetail = {}, path = ''): AppError {
  const command = [programName, path, '--help'].filter((word) => word !== '').join(' ');
  return new AppError('invalid-input', `${message} See: ${command}`, { detail });
}

/** Commander's error in one sentence. */
export function wrongArguments(error: CommanderError, path: string): AppError {
  const message = sentence(error);
  const stop = /[.?!)]$/.test(message) ? '' : '.';
  return usageError(`${message}${stop}`, { rule: error.code.replace('commander.', '') }, path);
}

function sentence({ code, message }: CommanderError): string {
  const text = message.replace(/^error: /, '');
  switch (code) {
    case 'commander.help':
      return 'A command is missing.';
    case 'commander.excessArguments':
      return 'Too many arguments. Put a value that has spaces in quotes.';
    case 'commander.unknownOption':
      return unknownOption(text);
    default:
      return text.replaceAll('\n', ' ');
  }
}

/** The name and commander's suggestion. What follows the name may be a secret that was put where it does not belong. */
function unknownOption(text: string): string {
  const [name = 'unknown option '] = /^unknown option '(?:--[^=']*|-[^-])/.exec(text) ?? [];
  const [suggestion = ''] = /\n\(Did you mean [-\w, ]{1,200}\?\)$/.exec(text) ?? [];
  return `${name}'${suggestion.replace('\n', ' ')}`;
}

/** Throws `invalid-input` where a password is given as an argument, before anything else is made of the arguments. */
export function refusePasswordOption(argv: readonly string[]): void {
  const end = argv.indexOf('--');
  const options = end < 0 ? argv : argv.slice(0, end);
  if (!options.some((word) => word === '--password' || word.startsWith('--password='))) return;
  throw usageError(
    'There is no --password: every user of this machine can read the arguments of a process. Use --password-stdin or SPCP_PASSWORD.',
    { field: 'password' },
  );
}
