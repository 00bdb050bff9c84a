/** All that a window says in English, of itself and of facts: one file to load. */
export { english as catalogue } from '../../shared/texts/en/index.ts';
export { en as texts } from './en/index.ts';
