import type { ErrorDetail } from '../../../shared/errors.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ValueRule } from '../../../shared/facts/usage-errors.ts';
import { calledAs } from '../../base/called-as.ts';

/** How the command line is called, in help and messages. */
export const programName = calledAs('cli');

/** The command that prints the help of a command; `path` are its words, behind those of the program. */
export function helpOf(path: string, program = programName): string {
  return [program, path, '--help'].filter((word) => word !== '').join(' ');
}

/** The facts of wrong arguments but for the help that is meant. */
type UsageFact = Extract<ErrorDetail<'invalid-input'>, { readonly help: string }>;
type WithoutHelp<T> = T extends unknown ? Omit<T, 'help'> : never;

/** Something is wrong with the arguments; `path` are the words of the command that has the help, behind those of the program. */
export function usageError(
  fact: WithoutHelp<UsageFact>,
  path = '',
  program = programName,
): AppError {
  // `Omit` of each case and `help` are that case.
  return new AppError('invalid-input', { ...fact, help: helpOf(path, program) } as UsageFact);
}

/** Thrown by what reads the value of an option; the command that has the option makes a usage error of it. */
export class InvalidValue extends Error {
  readonly rule: ValueRule;

  constructor(rule: ValueRule) {
    super(`not ${rule.case}`);
    this.name = 'InvalidValue';
    this.rule = rule;
  }
}

/** Throws `invalid-input` where a password is given as an argument, before anything else is made of the arguments. */
export function refusePasswordOption(argv: readonly string[]): void {
  const end = argv.indexOf('--');
  const options = end < 0 ? argv : argv.slice(0, end);
  if (!options.some((word) => word === '--password' || word.startsWith('--password='))) return;
  throw usageError({ case: 'password-option', field: 'password' });
}
