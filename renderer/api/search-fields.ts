import { z } from 'zod';
import { splitItems } from './search-text.ts';

/*
 * The fields of which the schema of a view's address is made. A value that does not fit is one that was not given: a link with a fault
 * opens the view, and never throws.
 */

/** One of some words. */
export function choice<const Words extends readonly string[]>(words: Words) {
  return z.enum(words).optional().catch(undefined);
}

/** Free text of at most `longest` characters. An empty one is a text, too: the user has cleared the field. */
export function text(longest: number) {
  return z.string().max(longest).optional().catch(undefined);
}

/** An identifier, such as that of a profile. */
export function identifier() {
  return z.string().min(1).max(longestIdentifier).optional().catch(undefined);
}

/** Some of the words, each once, in the order of the address. Words that do not fit are left out. */
export function choices<const Words extends readonly string[]>(words: Words) {
  const word = z.enum(words);
  return listOf(word, words.length);
}

/** At most `most` identifiers, each once, in the order of the address. Those that do not fit are left out. */
export function identifiers(most: number) {
  return listOf(z.string().min(1).max(longestIdentifier), most);
}

/** A time, epoch milliseconds. */
export function moment() {
  const read = (raw: unknown): unknown =>
    typeof raw === 'string' && /^\d{1,15}$/.test(raw) ? Number(raw) : raw;
  const time = z.number().int().min(0).max(lastMoment).optional();
  return z.preprocess(read, time).optional().catch(undefined);
}

/** The greatest number that is a time of a Date. */
const lastMoment = 8.64e15;

const longestIdentifier = 100;

/** A list comes as text from an address and as a list from a view. */
function listOf<T extends z.ZodType<string>>(item: T, most: number) {
  const fitting = (raw: unknown): unknown => {
    const items = typeof raw === 'string' ? splitItems(raw) : raw;
    if (!Array.isArray(items)) return [];
    return [...new Set(items)].filter((each) => item.safeParse(each).success).slice(0, most);
  };
  return z.preprocess(fitting, z.array(item).readonly()).catch([]);
}
