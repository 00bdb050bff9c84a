import { z } from 'zod';
import { environmentClassSchema } from './environment-class-schema.ts';
import { profileDraftSchema, profileIdSchema } from './profile.ts';
import { tagIntentSchema } from './stored-profile.ts';

/** When a good copy of the saved profiles was written, epoch milliseconds: no two have the same. */
const savedAt = z.number();

/** What a good copy has that is otherwise now, in numbers. */
export const copySummarySchema = z.object({
  savedAt,
  /** In it. */
  profiles: z.int(),
  /** That are gone now and would come back. */
  missing: z.int(),
  /** That are otherwise now and would be as they were. */
  different: z.int(),
  /** That are not in it, since they came later. */
  newer: z.int(),
  /** Tags and classes that say something else now. */
  said: z.int(),
});
export type CopySummary = z.infer<typeof copySummarySchema>;

const named = z.object({ id: profileIdSchema, name: z.string() });

const intention = tagIntentSchema.shape.settings;

/** The same by name. */
export const copyContentSchema = z.object({
  savedAt,
  missing: z.array(named.extend({ host: z.string(), folder: z.string() })),
  /** `name` as it is now; `fields` that would be as they were. */
  different: z.array(
    named.extend({
      fields: z.array(
        z.object({
          field: profileDraftSchema.keyof(),
          now: z.union([z.string(), z.number(), z.boolean()]),
          copy: z.union([z.string(), z.number(), z.boolean()]),
        }),
      ),
    }),
  ),
  newer: z.array(named),
  /** What is intended by tags, and what classes ask for, that is otherwise now; null where one of the two does not have it. They come back where all is chosen. */
  tags: z.array(
    z.object({ tag: z.string(), now: intention.nullable(), copy: intention.nullable() }),
  ),
  classes: z.array(
    z.object({
      id: z.string(),
      now: environmentClassSchema.nullable(),
      copy: environmentClassSchema.nullable(),
    }),
  ),
});
export type CopyContent = z.infer<typeof copyContentSchema>;

/** What is brought back of a copy: these profiles, or all. Of all, those that came later stay unless `removeNewer`. */
export const copyChoiceSchema = z.object({
  ids: z.union([z.literal('all'), z.array(profileIdSchema).min(1).max(20_000)]),
  removeNewer: z.boolean().default(false),
});
export type CopyChoice = z.infer<typeof copyChoiceSchema>;
