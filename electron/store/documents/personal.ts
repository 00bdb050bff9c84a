import { z } from 'zod';
import { profileIdSchema, remarkSchemas } from '../../../shared/model/profile.ts';
import { type JsonDocument, openDocument } from './document.ts';
import type { DocumentFormat } from './format.ts';

const { notes, colour, favourite } = remarkSchemas;

/** What a user adds to a profile that is not the user's own. What is not here is as its administrators say. */
export const personalSchema = z.object({ notes, colour, favourite }).partial();
export type Personal = z.infer<typeof personalSchema>;

/** By profile id. Kept also for a profile that is not supplied any more: it may come back. */
export type PersonalBook = Readonly<Record<string, Personal>>;

const format: DocumentFormat<PersonalBook> = {
  file: 'personal.json',
  migrations: [],
  copies: 2,
  empty: {},
  encode: (personal) => ({ personal }),
  decode(content) {
    const frame = z.object({ personal: z.record(z.string(), z.unknown()) });
    const entries = Object.entries(frame.parse(content).personal).map(([id, value]) => {
      const known = profileIdSchema.safeParse(id).success;
      return { id, read: known ? personalSchema.safeParse(value).data : undefined };
    });
    return {
      value: Object.fromEntries(
        entries.flatMap(({ id, read }) => (read === undefined ? [] : [[id, read]])),
      ),
      lost: entries.flatMap(({ id, read }) => (read === undefined ? [id] : [])),
    };
  },
  mend(personal, id, copy) {
    const found = copy[id];
    return found === undefined ? null : { ...personal, [id]: found };
  },
};

/** Opens `personal.json`, and follows what other processes write with `watch`. `onSettled` is given the id of a notice that holds no more. */
export function openPersonal(
  directory: string,
  {
    watch = false,
    onSettled = () => {},
  }: { readonly watch?: boolean; readonly onSettled?: (noticeId: string) => void } = {},
): Promise<JsonDocument<PersonalBook>> {
  return openDocument(directory, format, { watch, onSettled });
}
