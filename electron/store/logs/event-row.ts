import { z } from 'zod';
import { type ProxyEvent, proxyEventSchema } from '../../../shared/model/event.ts';
import { profileIdSchema } from '../../../shared/model/profile.ts';
import { epochMs } from '../../../shared/model/time.ts';
import { shownText } from '../../../shared/spcp/ascii.ts';
import { parsedJson } from '../database/read-json.ts';
import { anyInteger, isCount } from '../database/readable-time.ts';

export const eventColumns = `id, ${anyInteger('at')}, profile_id AS profileId, profile_name AS profileName, kind, detail`;

/** The last that can be read. */
export const newestEvent = `SELECT max(id) AS id FROM event WHERE ${isCount('id')}`;

/** How many have no number that can be read: by the primary key, from both ends. */
export const unnumberedEvents = `SELECT
  (SELECT count(*) FROM event WHERE id < 0) + (SELECT count(*) FROM event WHERE id > 9007199254740991) AS count`;

const rowSchema = z.object({
  id: z.int(),
  at: epochMs,
  profileId: profileIdSchema,
  profileName: z.string(),
  kind: z.string(),
  detail: z.string(),
});

/** Characters of facts that cannot be read. */
const shownFacts = 300;

/** A row of another release may have a kind or facts that this one does not know: it is shown as what it is. */
export function toEvent(row: unknown): ProxyEvent | undefined {
  const read = rowSchema.safeParse(row);
  if (!read.success) return undefined;
  const { kind, detail, ...place } = read.data;
  const { success, data } = proxyEventSchema.safeParse({
    ...place,
    kind,
    detail: parsedJson(detail),
  });
  if (success) return data;
  const facts = shownText(detail.slice(0, shownFacts));
  return { ...place, kind: 'unreadable', detail: { kind: shownText(kind), facts } };
}
