import { seriesNames } from '../../api/point-ring.ts';
import { addressOf, choice, identifier, identifiers, moment } from '../../api/search-fields.ts';
import { pastNames } from '../../charts/past.ts';
import { rangeNames } from '../../charts/ranges.ts';
import { smoothingNames } from '../../charts/smoothing.ts';
import { mostCompared, pictureNames } from './compare-view.ts';

/** What the address of a comparison can say: `#/compare?ids=a,b&metric=connections`. */
export const compareSearch = addressOf({
  ids: identifiers(mostCompared),
  metric: choice(seriesNames),
  second: choice([...seriesNames, 'none']),
  range: choice(rangeNames),
  from: moment(),
  to: moment(),
  /** The proxy whose change is looked at, and when that was, epoch milliseconds. */
  proxy: identifier(),
  at: moment(),
  picture: choice(pictureNames),
  past: choice(pastNames),
  smoothing: choice(smoothingNames),
});
