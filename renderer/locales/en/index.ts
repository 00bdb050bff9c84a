import { first } from './first.ts';
import { later } from './later.ts';

/** Every text in English: the one that other languages are measured by. */
export const en = { ...first, ...later };
