import type { TeethOf } from '../../electron/change/locks.ts';
import { onlyUsualClasses, teethOf } from '../../shared/model/environment-class.ts';

/** What is asked for where nobody has a class of his own. */
export const usualTeeth: TeethOf = ({ environment }) => teethOf(onlyUsualClasses, environment);
