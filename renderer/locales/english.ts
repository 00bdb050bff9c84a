/** All that a window says in English before it is drawn, of itself and of facts: one file to load. */
export { english as catalogue } from '../../shared/texts/en/index.ts';
export { first as texts } from './en/first.ts';
