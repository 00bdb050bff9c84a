import { z } from 'zod';
import { profileIdSchema } from '../../model/profile.ts';
import { profileEntrySchema } from './profile.ts';

const nothing = z.object({});
const done = z.null();

/** The calls of the contract about the embedded demo fleet. */
export const demoCalls = {
  /** Starts three reference proxies with traffic and adds them as profiles. */
  'demo.start': { role: 'administer', input: nothing, output: z.array(profileEntrySchema) },
  /**
   * Where a mail client reaches each of them, on this machine (any user and password will do), and the transformations that it takes.
   * Empty while they do not run.
   */
  'demo.info': {
    role: 'view',
    byWindow: true,
    input: nothing,
    output: z.array(
      z.object({
        profileId: profileIdSchema,
        name: z.string(),
        pop3Port: z.int(),
        transformations: z.array(z.string()),
      }),
    ),
  },
  /** Ends them and removes their profiles. */
  'demo.stop': { role: 'administer', input: nothing, output: done },
} as const;
