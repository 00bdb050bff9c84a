import { z } from 'zod';
import { profileIdSchema } from './profile.ts';

/** A read-only profile that may be changed just now, and for how much longer, milliseconds: a span, since clocks differ and can be set. */
export const unlockedSchema = z.object({ id: profileIdSchema, leftMs: z.number() });
export type Unlocked = z.infer<typeof unlockedSchema>;
