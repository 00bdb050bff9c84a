import type { DraftField } from '../model/profile-merge.ts';
import type { WordList } from './words.ts';

/** The value of a profile's field, in words where it has any. */
export function fieldValue(
  words: WordList,
  field: DraftField,
  value: string | number | boolean,
): string {
  const text = String(value);
  switch (field) {
    case 'transport':
      return named(words.transports, text);
    case 'environment':
      return named(words.environments, text);
    case 'autoConnect':
    case 'favourite':
      return value === true ? words.values.on : words.values.off;
    default:
      return text === '' ? words.values.empty : text;
  }
}

function named(words: Readonly<Record<string, string>>, name: string): string {
  return words[name] ?? name;
}
