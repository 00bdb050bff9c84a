import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { createStore } from '../../../api/store.ts';

/** What is said of those who would newly get the password of a folder: it is given, or they are moved without it, or not moved. */
export type HeirsAnswer = 'give' | 'without' | 'cancel';

export interface HeirsQuestion {
  readonly heirs: readonly ProfileEntry[];
  readonly answer: (answer: HeirsAnswer) => void;
}

/** The question that lies over the window; null where none does. */
export const heirsQuestion = createStore<HeirsQuestion | null>(null);

/** Asks before a move, wherever it comes from, who newly gets the password of a folder. Nobody is asked about nobody. */
export function askHeirs(heirs: readonly ProfileEntry[]): Promise<HeirsAnswer> {
  if (heirs.length === 0) return Promise.resolve('without');
  heirsQuestion.get()?.answer('cancel');
  return new Promise((resolve) => {
    heirsQuestion.set({
      heirs,
      answer(given) {
        heirsQuestion.set(null);
        resolve(given);
      },
    });
  });
}
