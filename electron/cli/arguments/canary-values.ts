import { type Hold, holdRange, mostCanaries, sharePercent } from '../../../shared/model/canary.ts';
import { InvalidValue } from './usage.ts';
import { duration, integer } from './values.ts';

/** Who is changed first, as it is typed: a number, a share such as `10%`, or the name of a profile. */
export type GivenShare =
  | { readonly kind: 'number'; readonly count: number }
  | { readonly kind: 'percent'; readonly percent: number }
  | { readonly kind: 'named'; readonly name: string };

export function canaryShare(text: string): GivenShare {
  if (text === '') throw new InvalidValue({ case: 'name' });
  if (/^[0-9]{1,9}$/.test(text)) return { kind: 'number', count: integer(1, mostCanaries)(text) };
  if (/^[0-9]{1,9}%$/.test(text)) {
    const { min, max } = sharePercent;
    return { kind: 'percent', percent: integer(min, max)(text.slice(0, -1)) };
  }
  return { kind: 'named', name: text };
}

/** How long the others wait: `5m`, or `20polls`. */
export function canaryHold(text: string): Hold {
  const { ms, polls } = holdRange;
  if (text.endsWith('polls'))
    return { kind: 'polls', count: integer(polls.min, polls.max)(text.slice(0, -'polls'.length)) };
  return { kind: 'time', ms: duration(ms.min, ms.max)(text) };
}
