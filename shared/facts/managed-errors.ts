import { z } from 'zod';
import { profileDraftSchema } from '../model/profile.ts';
import { cases, text } from './facts.ts';

/** What is managed can be changed only in the file that says it. `by`: who says so. */
export const managedErrors = {
  managed: cases({
    profile: { name: text, field: profileDraftSchema.keyof(), by: text },
    'profile-removed': { name: text, by: text },
    folder: { name: text, by: text },
    tag: { name: text, by: text },
    /** An environment class. */
    class: { name: text, by: text },
    /** `field`: by its name in the preferences. */
    preference: { field: text, by: text },
  }),
} as const;

/** What is wrong at one place of the file: `circle` is a folder that lies in itself, `twice` an id or a name that another one has. */
export const managedFaults = [
  'missing',
  'value',
  'unknown',
  'twice',
  'circle',
  'no-folder',
  'no-user',
] as const;
export type ManagedFault = (typeof managedFaults)[number];

/**
 * Why nothing of the file is taken: others may write to it or to where it lies (`open-to-others`), it is of another user (`foreign`), longer
 * than ten megabytes, no JSON, JSON of another kind, of a later release; or the system does not let it be read (`unreadable`).
 */
export const managedRefusals = [
  'open-to-others',
  'foreign',
  'long',
  'no-json',
  'other',
  'newer',
  'unreadable',
] as const;
export type ManagedRefusal = (typeof managedRefusals)[number];

export const managedNotices = {
  /** `path` is what is refused: the file, or the directory that it lies in. `cause` is the system's code, a mode, a version, or empty. */
  'managed-refused': z.object({
    file: text,
    path: text,
    reason: z.enum(managedRefusals),
    cause: text,
    /** What it said before holds on. */
    before: z.boolean(),
  }),
  /** The places that are wrong, as `profiles[3].host`, the first of them, and how many others are; the rest holds. */
  'managed-faults': z.object({
    file: text,
    by: text,
    faults: z.array(z.object({ place: text, fault: z.enum(managedFaults) })).readonly(),
    others: z.int(),
    /** The fault is in the policy, or may be. */
    policy: z.boolean(),
  }),
  /** The file of roles, of which nothing is taken: nobody but the owner of the console gets in. `cause` is also the place of what is `wrong`. */
  'roles-refused': z.object({
    file: text,
    path: text,
    reason: z.enum([...managedRefusals, 'wrong']),
    cause: text,
  }),
  /** A managed profile has the name of one of the user's own, and is `called` otherwise here; so are `others`. */
  'managed-names': z.object({ by: text, name: text, called: text, others: z.int() }),
} as const;
