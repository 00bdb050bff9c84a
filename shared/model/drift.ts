import { z } from 'zod';
import { shells } from './change-words.ts';
import type { KnownSettings } from './fleet-frame.ts';
import { type Intention, type Intentions, intentionSourceSchema } from './intention.ts';
import { profileIdSchema } from './profile.ts';
import { epochMs } from './time.ts';

/**
 * `in-line`: what is in force is what is intended. `deviates`: it is not. `unreachable`: there is no session, so nobody knows. `unknown`: it was
 * not read in this session; of a buffer size, none was set from here. `disagree`: the tags of the proxy intend different things.
 */
export const driftStates = ['deviates', 'disagree', 'unknown', 'unreachable', 'in-line'] as const;
export type DriftState = (typeof driftStates)[number];

/** Who made what is in force so: somebody from here, as the audit log has it, or somebody else between two reads. Times are epoch milliseconds. */
const changedBySchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('here'),
    at: epochMs,
    actor: z.string(),
    shell: z.enum(shells).nullable(),
    remote: z.string().nullable(),
  }),
  z.object({ kind: z.literal('elsewhere'), since: epochMs, until: epochMs }),
]);
export type ChangedBy = z.infer<typeof changedBySchema>;

/** One setting of one proxy of which something is intended. Values are texts: a command or null for none, a number of bytes. */
export const driftRowSchema = z.object({
  /** Of profile and setting. */
  id: z.string(),
  profileId: profileIdSchema,
  setting: z.enum(['transformation', 'bufferSize']),
  intended: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('said'),
      value: z.string().nullable(),
      source: intentionSourceSchema,
    }),
    z.object({ kind: z.literal('disagree'), tags: z.array(z.string()) }),
  ]),
  state: z.enum(driftStates),
  /** What was read last, or last set from here; null where nothing was. `at` is epoch milliseconds. */
  found: z.object({ value: z.string().nullable(), at: epochMs }).nullable(),
  /** Since when it deviates, as far as this console has seen, epoch milliseconds; null while it does not, or nobody knows. */
  since: epochMs.nullable(),
  /** Of what deviates; null where nobody knows. */
  by: changedBySchema.nullable(),
});
export type DriftRow = z.infer<typeof driftRowSchema>;

/** What is known of a proxy for it. `readySince`: since when there is a session, epoch milliseconds; null while there is none. */
export interface KnownProxySettings {
  readonly profileId: string;
  readonly readySince: number | null;
  readonly settings: KnownSettings;
}

/** The rows of one proxy, without since when and by whom: nothing for a setting of which nothing is intended. */
export function driftOf(
  { profileId, readySince, settings }: KnownProxySettings,
  intentions: Intentions,
): readonly DriftRow[] {
  const { transformation, bufferSize } = settings;
  const read = transformation !== null && readySince !== null && transformation.at >= readySince;
  const size = bufferSize && { value: String(bufferSize.bytes), at: bufferSize.at };
  const connected = readySince !== null;
  const of = { profileId, connected };
  return [
    ...rowOf({ ...of, setting: 'transformation', found: transformation, known: read }, intentions),
    ...rowOf({ ...of, setting: 'bufferSize', found: size, known: size !== null }, intentions),
  ];
}

/** The id of a row. */
export function rowId(profileId: string, setting: DriftRow['setting']): string {
  return `${profileId} ${setting}`;
}

function rowOf(
  of: Pick<DriftRow, 'profileId' | 'setting' | 'found'> & { connected: boolean; known: boolean },
  intentions: Intentions,
): readonly DriftRow[] {
  const { profileId, setting, found } = of;
  const intention: Intention = intentions[setting];
  if (intention.kind === 'nothing') return [];
  const row = { id: rowId(profileId, setting), profileId, setting, found, since: null, by: null };
  if (intention.kind === 'disagree') {
    const { kind, tags } = intention;
    return [{ ...row, intended: { kind, tags: [...tags] }, state: 'disagree' }];
  }
  const right = found?.value === intention.value ? 'in-line' : 'deviates';
  const state = of.connected ? (of.known ? right : 'unknown') : 'unreachable';
  return [{ ...row, intended: intention, state }];
}
