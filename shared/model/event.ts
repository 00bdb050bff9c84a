import { z } from 'zod';
import { profileIdSchema } from './profile.ts';

export const eventKinds = [
  'connected',
  'disconnected',
  'attempt-failed',
  'login-refused',
  'restarted',
  'changed',
  'profile-added',
  'profile-edited',
  'profile-removed',
] as const;

/** Something that happened to one proxy. `detail` names facts (error code, from, to), never a secret. */
export const proxyEventSchema = z.object({
  id: z.int(),
  at: z.number(),
  profileId: profileIdSchema,
  profileName: z.string(),
  kind: z.enum(eventKinds),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type ProxyEvent = z.infer<typeof proxyEventSchema>;
export type ProxyEventKind = ProxyEvent['kind'];
