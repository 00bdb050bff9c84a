import { z } from 'zod';
import { testProgressSchema } from '../../model/connection-test.ts';
import { placeSchema } from '../../model/place.ts';
import { argumentSchema, profileIdSchema } from '../../model/profile.ts';
import { profileFolderSchema } from '../../model/stored-profile.ts';

/** What tells of the test of a connection, stage by stage. */
export const testTopics = {
  /**
   * Connects, logs in, reads, quits, and tells each stage as it ends; unsubscribing ends the test in order. Without `password` that of `folder`
   * is used, if it was entered for this user, as it would be once the profile is saved; else with `id` the saved one, if it was entered for this
   * place.
   */
  'profiles.test': {
    role: 'administer',
    params: z.object({
      id: profileIdSchema.optional(),
      place: placeSchema,
      password: argumentSchema.optional(),
      folder: profileFolderSchema.shape.id.optional(),
    }),
    value: testProgressSchema,
  },
} as const;
