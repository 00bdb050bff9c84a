import type { TFunction } from 'i18next';
import type { Format } from '../../../shared/texts/format.ts';
import type { TimeSpan } from '../../charts/sparkline-series.ts';

/** A span in words, with its day, and with that of its end where it is another. */
export function sayBetween(t: TFunction, format: Format, { from, to }: TimeSpan): string {
  const sameDay = new Date(from).toDateString() === new Date(to).toDateString();
  return t('compare:between', {
    from: format.dateTime(from),
    to: sameDay ? format.time(to) : format.dateTime(to),
  });
}
