import type { en } from '../en/index.ts';
import type { Texts } from '../texts.ts';
import { first } from './first.ts';
import { later } from './later.ts';

/** Every text in Spanish. A key that is missing does not compile. */
export const es: Texts<typeof en> = { ...first, ...later };
