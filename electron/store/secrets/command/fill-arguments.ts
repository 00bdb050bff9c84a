import { AppError } from '../../../../shared/errors.ts';
import { hiddenIn } from '../../../../shared/model/hidden.ts';
import type { commandFields } from '../../../../shared/model/vault.ts';

export type CommandField = (typeof commandFields)[number];
export type FieldValues = Readonly<Record<CommandField, string>>;

/** Those of `commandFields`. */
const fieldPattern = /\{(user|host|profile)\}/g;

/**
 * The arguments of a command, behind its program, with each `{field}` replaced. Where a profile comes from somebody else, its values are
 * not to be more than values: throws `vault-command-failed` (field) for one with a character that no argument carries, one that would make
 * its argument an option, and one that leads out of where the command looks.
 */
export function fillArguments(args: readonly string[], values: FieldValues): readonly string[] {
  return args.map((argument) => {
    const filled = argument.replace(fieldPattern, (_, name: CommandField) => {
      const value = values[name];
      if (hiddenIn(value) !== null) throw unusable(name, 'control');
      if (/(^|[/\\])\.\.([/\\]|$)/.test(value)) throw unusable(name, 'path');
      return value;
    });
    const [, first] = /^\{(user|host|profile)\}/.exec(argument) ?? [];
    if (first !== undefined && filled.startsWith('-')) {
      throw unusable(first as CommandField, 'option');
    }
    return filled;
  });
}

function unusable(field: CommandField, problem: 'control' | 'option' | 'path'): AppError {
  return new AppError('vault-command-failed', { case: 'field', field, problem });
}
