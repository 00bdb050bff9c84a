import { momentMs, sourceOf } from '../../../shared/fleet/alerts/verdicts.ts';
import type { Batch } from '../../api/alerts.ts';

/** When what happened at a moment is over by itself, counted from when it fired, epoch milliseconds; null of what lasts as long as it holds. */
export function momentEndOf(batch: Batch): number | null {
  const ofMoment = batch.every(
    ({ about }) => about.kind === 'rule' && sourceOf(about.condition) === 'moment',
  );
  return ofMoment ? Math.max(...batch.map(({ firedAt }) => firedAt)) + momentMs : null;
}
