import { nameKey } from './name.ts';
import type { TagIntent } from './stored-profile.ts';

/** What tags say, while it is changed. The list is the same as before where nothing was. */
export interface OpenTags {
  list(): readonly TagIntent[];
  /** Says what it names; what else the tag says stays. */
  put(intent: TagIntent): void;
  /** Answers what was added: a tag that says something already keeps it. */
  add(intents: readonly TagIntent[]): readonly TagIntent[];
  /** Removes those that say the same still. */
  take(intents: readonly TagIntent[]): void;
}

export function openTags(before: readonly TagIntent[]): OpenTags {
  let list = before;
  const without = (tag: string): readonly TagIntent[] =>
    list.filter((each) => nameKey(each.tag) !== nameKey(tag));
  const put = ({ tag, settings }: TagIntent): void => {
    const said = tagIntentOf(list, tag);
    const intent = { tag, settings: { ...said?.settings, ...settings } };
    if (said !== undefined && isSameIntent(said, intent)) return;
    if (said === undefined && saysNothing(intent)) return;
    list = saysNothing(intent) ? without(intent.tag) : [...without(intent.tag), intent];
  };
  return {
    list: () => list,
    put,
    add(intents) {
      const added = intents.filter(({ tag }) => tagIntentOf(list, tag) === undefined);
      for (const intent of added) put(intent);
      return added;
    },
    take(intents) {
      for (const intent of intents) {
        const said = tagIntentOf(list, intent.tag);
        if (said !== undefined && isSameIntent(said, intent)) list = without(intent.tag);
      }
    },
  };
}

/** What is said of a tag, however its letters are written. */
export function tagIntentOf(intents: readonly TagIntent[], tag: string): TagIntent | undefined {
  return intents.find((each) => nameKey(each.tag) === nameKey(tag));
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
