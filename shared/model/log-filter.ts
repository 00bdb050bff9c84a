import { z } from 'zod';
import { profileIdSchema } from './profile.ts';
import { searcher } from './search.ts';
import { epochMs } from './time.ts';

/** The most profiles that a filter can name. */
const mostIds = 20_000;

/** Characters of the words that are searched for. */
export const longestLogText = 300;

/**
 * Which rows of a log are wanted, as far as all logs have it: those for which everything holds that is given. `text`: words that stand somewhere in
 * what is searched of a row. `from` and `to` are epoch milliseconds, `to` the first that is not meant.
 */
export const logFilterSchema = z.object({
  text: z.string().max(longestLogText).optional(),
  ids: z.array(profileIdSchema).max(mostIds).readonly().optional(),
  from: epochMs.optional(),
  to: epochMs.optional(),
});
export type LogFilter = z.infer<typeof logFilterSchema>;

/** Tells whether a row is one of those that are wanted; `textsOf` says what is searched of it. */
export function logMatcher<T extends { readonly at: number; readonly profileId: string }>(
  filter: LogFilter,
  textsOf: (row: T) => readonly string[],
): (row: T) => boolean {
  const { from = -Infinity, to = Infinity, text = '' } = filter;
  const ids = filter.ids === undefined ? null : new Set(filter.ids);
  const says = searcher(text);
  return (row) =>
    (ids === null || ids.has(row.profileId)) &&
    row.at >= from &&
    row.at < to &&
    (text === '' || says(textsOf(row)));
}
