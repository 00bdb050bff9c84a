import { z } from 'zod';
import { intendedCommand } from './intended.ts';
import { nameKey, tagsIn } from './name.ts';
import type { ResolvedProfile } from './resolve-profile.ts';
import type { Setting, TagIntent } from './stored-profile.ts';

/** Who says what is intended of a proxy: its profile, the nearest folder around it that does, or a tag that it carries. */
export const intentionSourceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('own') }),
  z.object({ kind: z.literal('folder'), id: z.uuid() }),
  z.object({ kind: z.literal('tag'), tag: z.string() }),
]);
export type IntentionSource = z.infer<typeof intentionSourceSchema>;

/**
 * What is intended of one setting of one proxy, as text: a command or null for none, a number of bytes. `disagree`: its tags say different things,
 * and nobody else says any; which holds is not chosen for anybody.
 */
export type Intention =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'said'; readonly value: string | null; readonly source: IntentionSource }
  | { readonly kind: 'disagree'; readonly tags: readonly string[] };

export interface Intentions {
  readonly transformation: Intention;
  readonly bufferSize: Intention;
}

/** What holds for a proxy: its own word over that of the nearest folder, that over a tag's. */
export function intentionsOf(resolved: ResolvedProfile, tags: readonly TagIntent[]): Intentions {
  const carried = new Set(tagsIn(resolved.profile.tags).map(nameKey));
  const saying = tags.filter(({ tag }) => carried.has(nameKey(tag)));
  return {
    transformation: intentionOf(resolved, saying, 'intendedTransformation', (kept) =>
      intendedCommand(String(kept)),
    ),
    bufferSize: intentionOf(resolved, saying, 'intendedBufferSize', (kept) =>
      kept === 0 ? undefined : String(kept),
    ),
  };
}

function intentionOf(
  { profile, sources }: ResolvedProfile,
  saying: readonly TagIntent[],
  setting: Extract<Setting, 'intendedTransformation' | 'intendedBufferSize'>,
  read: (kept: string | number) => string | null | undefined,
): Intention {
  const said = (value: string | null | undefined, source: IntentionSource): Intention =>
    value === undefined ? { kind: 'nothing' } : { kind: 'said', value, source };
  const source = sources[setting];
  if (source.kind !== 'usual') return said(read(profile[setting]), source);
  const byTags = saying.flatMap(({ tag, settings }) => {
    const kept = settings[setting];
    const value = kept === undefined ? undefined : read(kept);
    return value === undefined ? [] : [{ tag, value }];
  });
  const [first] = byTags;
  if (first === undefined) return { kind: 'nothing' };
  if (byTags.some(({ value }) => value !== first.value)) {
    return { kind: 'disagree', tags: byTags.map(({ tag }) => tag) };
  }
  return said(first.value, { kind: 'tag', tag: first.tag });
}
