/** All that a window says in Spanish before it is drawn, of itself and of facts: one file to load. */
export { spanish as catalogue } from '../../shared/texts/es/index.ts';
export { first as texts } from './es/first.ts';
