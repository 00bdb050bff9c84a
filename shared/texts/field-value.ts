import { intendedCommand } from '../model/intended.ts';
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
    case 'intendedTransformation': {
      const command = intendedCommand(text);
      if (command === undefined) return words.values.anything;
      return command ?? words.values.noTransformation;
    }
    case 'intendedBufferSize':
      return text === '' || text === '0' ? words.values.anything : text;
    default:
      return text === '' ? words.values.empty : text;
  }
}

function named(words: Readonly<Record<string, string>>, name: string): string {
  return words[name] ?? name;
}
