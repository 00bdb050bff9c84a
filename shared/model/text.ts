import { z } from 'zod';

/**
 * Text of at most this many characters (code points). What is longer is looked at no further: no pattern and no rule that is put behind this one sees
 * more than it, however long the text that somebody sent.
 */
export function boundedText(max: number): z.ZodString {
  return z.string().max(max, { abort: true });
}
