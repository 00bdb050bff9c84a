import { z } from 'zod';
import { errorValue } from '../facts/errors.ts';
import { boundedText } from './text.ts';
import { isApiAddress, isPrivateWay } from './web-address.ts';

/** What is drawn of a Prometheus: what the history of this console has not, or not as finely as it is asked for; or all that it has. */
export const historyReaches = ['past-kept', 'all'] as const;

/** How a Prometheus is told who asks; the token or password itself lies in the vault. */
export const historySignIns = ['none', 'bearer', 'basic'] as const;

/**
 * Where the HTTP API of Prometheus begins, such as `http://metrics:9090` or `https://mimir/prometheus`; with or without `/api/v1` behind it. Without
 * a name or a password in it.
 */
export const historyUrlSchema = boundedText(2000).trim().refine(isApiAddress);

/** What proves who asks: 1 to 4000 printable characters of ASCII. */
export const historySecretSchema = boundedText(4000).regex(/^[\x20-\x7e]{1,4000}$/);

/** For whom history comes from where. */
export const historySourceSchema = z
  .object({
    id: z.uuid(),
    /** For the profiles of this folder and of those in it; null: for all of the console. */
    folderId: z.uuid().nullable(),
    /** Null: from nowhere else, whatever is said further out. */
    url: historyUrlSchema.nullable(),
    reach: z.enum(historyReaches),
    signIn: z.enum(historySignIns),
    /** For `basic`, else empty; no colon (RFC 7617 section 2). */
    user: boundedText(200).regex(/^[\x20-\x39\x3b-\x7e]*$/),
  })
  .refine(({ url, signIn }) => url === null || signIn === 'none' || isPrivateWay(url));
export type HistorySource = z.infer<typeof historySourceSchema>;

/** So many of them, the console's own included. */
export const mostHistorySources = 50;

/** Why a Prometheus could not be read, or that it could not be understood. */
export const historyFaultSchema = z.discriminatedUnion('kind', [
  /** No answer was had, with the code of the system. */
  z.object({ kind: z.literal('unreachable'), code: z.string() }),
  z.object({ kind: z.literal('timeout'), seconds: z.number() }),
  /** It wants another token, name or password: 401 and 403. */
  z.object({ kind: z.literal('unauthorized'), status: z.int() }),
  /** It leads elsewhere, where nobody follows. */
  z.object({ kind: z.literal('redirected'), status: z.int() }),
  /** It cannot answer now: 429 and 5xx. */
  z.object({ kind: z.literal('unavailable'), status: z.int(), said: z.string() }),
  /** It does not take the question. */
  z.object({ kind: z.literal('refused'), status: z.int(), said: z.string() }),
  /** What answers there does not speak Prometheus' API. */
  z.object({ kind: z.literal('not-prometheus') }),
  z.object({ kind: z.literal('too-large'), bytes: z.number() }),
  /** There is no secret, or none that was entered for this host. */
  z.object({ kind: z.literal('no-secret') }),
  /** The vault does not give it out now. */
  z.object({ kind: z.literal('vault'), error: errorValue }),
]);
export type HistoryFault = z.infer<typeof historyFaultSchema>;

const span = z.object({ from: z.number(), to: z.number() });

/** What of a history came from a Prometheus, or why it did not. */
export const historyElsewhereSchema = z.object({
  /** Who says so: the folder, or null for the whole console. */
  folderId: z.uuid().nullable(),
  /** What was asked of it, epoch milliseconds. */
  asked: span,
  /** The parts of the history that are its, in order. */
  spans: z.array(span),
  /** Why it could not be read; what this console keeps is there all the same. */
  fault: historyFaultSchema.nullable(),
  /** It was not asked: whoever wanted what this console keeps alone may ask for the whole. */
  pending: z.literal(true).optional(),
  /** What it warned of, such as parts that it could not reach itself. */
  warnings: z.array(z.string()),
});
export type HistoryElsewhere = z.infer<typeof historyElsewhereSchema>;

/** What a test of a Prometheus came to. */
export const historyTestSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('read'),
    /** As it says; null where it does not. */
    version: z.string().nullable(),
    /** The metrics of proxies that it knows. */
    metrics: z.array(z.string()),
    /** Of how many of this console's proxies that it is asked for it has anything in the last day, and how many those are. */
    known: z.int(),
    asked: z.int(),
  }),
  z.object({ kind: z.literal('failed'), fault: historyFaultSchema }),
]);
export type HistoryTest = z.infer<typeof historyTestSchema>;
