import { hourCycleOf } from '../../shared/texts/format.ts';
import { userLanguages } from '../api/page.ts';

/** The locale by which numbers and times are written in a language: the user's own region of it, which decides much of a date and a time. */
export function localeOf(language: string): string {
  const region = userLanguages().find((tag) => tag.toLowerCase().split('-')[0] === language);
  return region ?? `${language}-u-hc-${ownClock()}`;
}

/** Who reads another language than their own keeps their own clock, of 12 or 24 hours. */
function ownClock(): string {
  return hourCycleOf(userLanguages()[0] ?? 'en');
}
