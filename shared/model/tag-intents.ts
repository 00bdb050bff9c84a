import { nameKey } from './name.ts';
import type { TagIntent } from './stored-profile.ts';

/** So many tags of one file say what is intended. */
export const mostTagIntents = 2000;

/** What tags say, while it is changed. The list is the same as before where nothing was. */
export interface OpenTags {
  list(): readonly TagIntent[];
  /** What a tag says, however its letters are written. */
  get(tag: string): TagIntent | undefined;
  /** Says what it names; what else the tag says stays. */
  put(intent: TagIntent): void;
  /** Answers what was added: a tag that says something already keeps it, and one that would say nothing is not added. */
  add(intents: readonly TagIntent[]): readonly TagIntent[];
  /** Removes those that say the same still. */
  take(intents: readonly TagIntent[]): void;
}

export function openTags(before: readonly TagIntent[]): OpenTags {
  const said = intentsByTag(before);
  let list: readonly TagIntent[] | null = before;
  const put = ({ tag, settings }: TagIntent): void => {
    const key = nameKey(tag);
    const known = said.get(key);
    const intent = { tag, settings: { ...known?.settings, ...settings } };
    if (known !== undefined && isSameIntent(known, intent)) return;
    if (known === undefined && saysNothing(intent)) return;
    // What was changed last is at the end.
    said.delete(key);
    if (!saysNothing(intent)) said.set(key, intent);
    list = null;
  };
  return {
    list() {
      list ??= [...said.values()];
      return list;
    },
    get: (tag) => said.get(nameKey(tag)),
    put,
    add: (intents) =>
      intents.filter((intent) => {
        if (said.has(nameKey(intent.tag)) || saysNothing(intent)) return false;
        put(intent);
        return true;
      }),
    take(intents) {
      for (const intent of intents) {
        const key = nameKey(intent.tag);
        const known = said.get(key);
        if (known === undefined || !isSameIntent(known, intent)) continue;
        said.delete(key);
        list = null;
      }
    },
  };
}

/** What is said, by the tag as `nameKey` says it; of two of one tag the first. */
export function intentsByTag<T extends TagIntent>(intents: readonly T[]): Map<string, T> {
  const byTag = new Map<string, T>();
  for (const intent of intents) {
    const key = nameKey(intent.tag);
    if (!byTag.has(key)) byTag.set(key, intent);
  }
  return byTag;
}

/** What is said of a tag, however its letters are written. */
export function tagIntentOf(intents: readonly TagIntent[], tag: string): TagIntent | undefined {
  const key = nameKey(tag);
  return intents.find((each) => nameKey(each.tag) === key);
}

/** Whether both intend the same. */
export function isSameIntent(a: TagIntent, b: TagIntent): boolean {
  return (
    a.settings.intendedTransformation === b.settings.intendedTransformation &&
    a.settings.intendedBufferSize === b.settings.intendedBufferSize
  );
}

function saysNothing({ settings }: TagIntent): boolean {
  return (settings.intendedTransformation ?? '') === '' && (settings.intendedBufferSize ?? 0) === 0;
}
