/** All that a window says in Spanish, of itself and of facts: one file to load. */
export { spanish as catalogue } from '../../shared/texts/es/index.ts';
export { es as texts } from './es/index.ts';
