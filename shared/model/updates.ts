import { z } from 'zod';
import { boundedText } from './text.ts';
import { isWebAddress } from './web-address.ts';

/**
 * Why the app looks for no updates: the web shell has none, administrators forbid it, a package manager or the user's own hand put the app where
 * it is, nobody says where updates are or who signs them, the user did not choose it.
 */
export const updateOffReasons = [
  'web-shell',
  'policy',
  'package-manager',
  'no-feed',
  'choice',
] as const;
export type UpdateOffReason = (typeof updateOffReasons)[number];

/** Why no update could be had: the feed or its file is not there, the feed says nothing that can be read, is not signed as it should be, the file is another one than was signed; the disk. */
export const updateFailures = ['unreachable', 'answer', 'signature', 'file', 'disk'] as const;
export type UpdateFailure = (typeof updateFailures)[number];

const version = boundedText(100);

/** How the app stands to its updates. */
export const updateStateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('off'), reason: z.enum(updateOffReasons) }),
  /** `checkedAt`: when the feed last named nothing newer, epoch milliseconds; null: not asked since the start. */
  z.object({ kind: z.literal('idle'), checkedAt: z.number().nullable() }),
  z.object({ kind: z.literal('checking') }),
  /** Nothing of it was fetched. */
  z.object({ kind: z.literal('available'), version }),
  /** `part` from 0 to 1. */
  z.object({ kind: z.literal('downloading'), version, part: z.number() }),
  /** Takes the app's place when that is quit. */
  z.object({ kind: z.literal('ready'), version }),
  z.object({ kind: z.literal('failed'), why: z.enum(updateFailures) }),
]);
export type UpdateState = z.infer<typeof updateStateSchema>;

/** Where updates are: a directory over HTTPS, or on this machine, and so without a query or a fragment. */
export const updateFeedSchema = boundedText(2000)
  .refine(isWebAddress)
  .refine((url) => !/[?#]/.test(url));
