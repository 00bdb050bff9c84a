import { z } from 'zod';
import { nameSchema } from './name-schemas.ts';
import { classIdSchema } from './profile.ts';
import { colours } from './profile-words.ts';

/**
 * What a class asks for before a proxy of it is changed, led elsewhere, unguarded or removed. `readOnly`: an unlock, which expires. `typed`: its
 * name, and for many at once the plan's name or the first one's, with their number. `marked`: asks for nothing, and shows sign and word of the
 * class wherever the proxy is named.
 */
export const teethSchema = z.object({
  readOnly: z.boolean(),
  typed: z.boolean(),
  marked: z.boolean(),
});
export type Teeth = z.infer<typeof teethSchema>;
export type Tooth = keyof Teeth;

/** A class of proxies. The name of a usual one is empty: each language has its own word for it. */
export const environmentClassSchema = z.object({
  id: classIdSchema,
  name: z.union([z.literal(''), nameSchema]),
  colour: z.enum(colours),
  teeth: teethSchema,
});
export type EnvironmentClass = z.infer<typeof environmentClassSchema>;
