/** What a move brings with it and what takes it back, which knows how hosts are written: fetched with the first move. */
export { undoOf } from '../bulk/bulk-form.ts';
export { folderEffects } from '../folders/folder-effects.ts';
export { newHeirsBy } from './new-heirs.ts';
