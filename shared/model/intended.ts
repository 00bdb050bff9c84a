import { z } from 'zod';
import { bufferSizeRange, maxArgumentLength } from '../spcp/request.ts';
import { boundedText } from './text.ts';

/** Nothing is intended: whatever is in force is in line. */
export const nothingIntended = '';
/** No transformation is to be in force. */
export const intendedOff = 'none';
/** Before the command that is to be in force, so that no command is taken for one of the words. */
const commandSign = '=';

/** A transformation that is intended, as profiles and folders keep it: nothing, `none`, or `=` and the command. */
export const intendedTransformationSchema = boundedText(maxArgumentLength + 1).regex(
  /^(?:|none|=[\x20-\x7e]+)$/,
);

/** A buffer size that is intended, bytes; 0 for none. */
export const intendedBufferSizeSchema = z.union([
  z.literal(0),
  z.int().min(bufferSizeRange.min).max(bufferSizeRange.max),
]);

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
