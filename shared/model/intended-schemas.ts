import { z } from 'zod';
import { bufferSizeRange, maxArgumentLength } from '../spcp/request.ts';
import { boundedText } from './text.ts';

/** A transformation that is intended, as profiles and folders keep it: nothing, `none`, or `=` and the command. */
export const intendedTransformationSchema = boundedText(maxArgumentLength + 1).regex(
  /^(?:|none|=[\x20-\x7e]+)$/,
);

/** A buffer size that is intended, bytes; 0 for none. */
export const intendedBufferSizeSchema = z.union([
  z.literal(0),
  z.int().min(bufferSizeRange.min).max(bufferSizeRange.max),
]);
