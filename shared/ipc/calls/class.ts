import { z } from 'zod';
import { mostClasses } from '../../model/environment-class.ts';
import { environmentClassSchema, teethSchema } from '../../model/environment-class-schema.ts';
import { nameSchema } from '../../model/name-schemas.ts';
import { confirmName } from './profile.ts';

const id = environmentClassSchema.shape.id;
const undo = z.uuid();

/** An environment class as windows see it. */
export const classEntrySchema = environmentClassSchema.extend({
  /** The administrators of this machine say what it is. */
  managed: z.literal(true).optional(),
});
export type ClassEntry = z.infer<typeof classEntrySchema>;

/** What is not given stays as it is, so that two windows can change different things of one class. */
const classChange = z
  .object({
    name: nameSchema,
    colour: environmentClassSchema.shape.colour,
    teeth: teethSchema.partial(),
  })
  .partial();
export type ClassChange = z.infer<typeof classChange>;

/** The calls of the contract about environment classes. */
export const classCalls = {
  /** The usual ones first, then the user's own as they were added, then those of administrators. */
  'classes.list': {
    role: 'view',
    byWindow: true,
    input: z.object({}),
    output: z.array(classEntrySchema),
  },
  /**
   * Adds without `id`, which wants a name. Throws `invalid-input` (`name`, `teeth`), `managed`, and where profiles would be asked for less than before
   * `read-only` and `confirmation-needed`, as every deed that touches guarded profiles.
   */
  'classes.save': {
    role: 'administer',
    input: z.object({ id: id.optional(), set: classChange, confirmName }),
    output: classEntrySchema.extend({ undo }),
  },
  /** Its profiles and folders have the class `to` from now on. The usual ones cannot be removed. Throws as `classes.save`. */
  'classes.remove': {
    role: 'administer',
    input: z.object({ id, to: id, confirmName }),
    output: z.object({ undo }),
  },
  /** Takes one edit or removal of a class back, by what it answered, while the app runs. Throws as `classes.save`. */
  'classes.undo': { role: 'administer', input: z.object({ undo, confirmName }), output: z.null() },
} as const;

export const classTopics = {
  /** All of them, whenever one is new, different or gone. */
  'classes.changed': {
    role: 'view',
    params: z.object({}),
    value: z.array(classEntrySchema).max(2 * mostClasses + 3),
  },
} as const;
