import { type Classes, plainClassName } from '../model/environment-class.ts';
import type { FilterWords } from '../model/filter/filter.ts';
import { colours, transportChoices } from '../model/profile-words.ts';
import { comparedNumbers } from './unlike.ts';

/** Each by the word that stands for it in every language. */
const named = (list: readonly string[]) => Object.fromEntries(list.map((word) => [word, [word]]));

/** What the operators of a filter know where it means the same in every language: on the command line, and where it is kept. */
export const plainWords = (classes: Classes): FilterWords => ({
  state: named(['ready', 'waiting', 'needs-attention', 'off']),
  environment: Object.fromEntries([...classes].map(([id, each]) => [id, [plainClassName(each)]])),
  via: named(transportChoices),
  unlike: named(['any', ...comparedNumbers, 'transformation', 'bufferSize']),
  is: named(['unlike', 'trouble', 'favourite']),
  managed: named(['yes', 'no']),
  colour: named(colours),
  password: {},
});
