import { z } from 'zod';
import { driftRowSchema } from '../../model/drift.ts';
import { tagIntentSchema } from '../../model/stored-profile.ts';

const nothing = z.object({});

/** A tag as the renderer sees it. */
const tagEntrySchema = tagIntentSchema.extend({
  /** The administrators of this machine supply it. */
  managed: z.literal(true).optional(),
});
export type TagEntry = z.infer<typeof tagEntrySchema>;

/** The calls of the contract about what is intended of proxies. What profiles and folders intend is saved with them. */
export const driftCalls = {
  /** Of every setting of which something is intended, whether it is so; in the order of the profiles. */
  'drift.list': { role: 'view', byWindow: true, input: nothing, output: z.array(driftRowSchema) },
  /** What tags intend. */
  'tags.list': { role: 'view', byWindow: true, input: nothing, output: z.array(tagEntrySchema) },
  /** What a tag intends from now on: of the settings that are named. Throws `managed` for a tag of which administrators say it. */
  'tags.save': { role: 'administer', input: tagIntentSchema, output: z.array(tagEntrySchema) },
} as const;

export const driftTopics = {
  'drift.changed': {
    role: 'view',
    params: nothing,
    value: z.object({ changed: z.array(driftRowSchema), removed: z.array(z.string()) }),
  },
  'tags.changed': { role: 'view', params: nothing, value: z.array(tagEntrySchema) },
} as const;
