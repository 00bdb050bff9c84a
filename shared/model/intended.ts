import { nothingIntended } from './nothing-intended.ts';

/** No transformation is to be in force. */
export const intendedOff = 'none';
/** Before the command that is to be in force, so that no command is taken for one of the words. */
const commandSign = '=';

/** What is intended of a transformation; undefined: nothing, null: that there is none. */
export function intendedCommand(kept: string): string | null | undefined {
  if (kept === nothingIntended) return undefined;
  return kept === intendedOff ? null : kept.slice(commandSign.length);
}

/** How the intention is kept; undefined: nothing is intended, null: no transformation. */
export function keptCommand(command: string | null | undefined): string {
  if (command === undefined) return nothingIntended;
  return command === null ? intendedOff : commandSign + command;
}
