import {
  commandFields,
  type VaultCommand,
  vaultCommandSchema,
} from '../../../../../shared/model/vault.ts';
import { joinCommand, splitCommand } from './command-text.ts';

/** The external command as it is typed: a number field may be empty or half typed. */
export interface TypedCommand {
  readonly text: string;
  readonly timeoutSeconds: number | string;
  readonly cacheMinutes: number | string;
}

type CommandFault = 'empty' | 'quote' | 'field' | 'long' | 'number';

type CommandFaults = Readonly<
  Partial<Record<keyof TypedCommand, { readonly fault: CommandFault; readonly at?: string }>>
>;

/** What is in use, or a new one: half a minute is enough to unlock a password store by its own prompt. */
export function typedCommand(command: VaultCommand | null): TypedCommand {
  if (command === null) return { text: '', timeoutSeconds: 30, cacheMinutes: 15 };
  const { timeoutSeconds, cacheMinutes } = command;
  return { text: joinCommand(command.arguments), timeoutSeconds, cacheMinutes };
}

/** The command that a form holds, or what is wrong with it. The schema is the one that the core checks by. */
export function commandOf(typed: TypedCommand): VaultCommand | { readonly faults: CommandFaults } {
  const split = splitCommand(typed.text, commandFields);
  const { timeoutSeconds, cacheMinutes } = typed;
  const read = vaultCommandSchema.safeParse({
    arguments: 'fault' in split ? [] : split.arguments,
    timeoutSeconds,
    cacheMinutes,
  });
  if (read.success) return read.data;
  const wrong = new Set(read.error.issues.map(({ path }) => path[0]));
  const ofText = 'fault' in split ? split : { fault: faultOf(split.arguments) };
  return {
    faults: {
      ...(wrong.has('arguments') && { text: ofText }),
      ...(wrong.has('timeoutSeconds') && { timeoutSeconds: { fault: 'number' } }),
      ...(wrong.has('cacheMinutes') && { cacheMinutes: { fault: 'number' } }),
    },
  };
}

function faultOf(split: readonly string[]): CommandFault {
  return split.includes('') ? 'empty' : 'long';
}
