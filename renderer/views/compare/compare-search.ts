import { z } from 'zod';
import { seriesNames } from '../../api/point-ring.ts';
import { choice, identifiers } from '../../api/search-fields.ts';
import { mostCompared, pictureNames } from './compare-view.ts';
import { rangeNames } from './ranges.ts';
import { zoomOf } from './zoom.ts';

/** What the address of a comparison can say: `#/compare?ids=a,b&metric=connections`. */
export const compareSearch = z.object({
  ids: identifiers(mostCompared),
  metric: choice(seriesNames),
  second: choice([...seriesNames, 'none']),
  range: choice(rangeNames),
  zoom: z
    .string()
    .refine((text) => zoomOf(text) !== null)
    .optional()
    .catch(undefined),
  picture: choice(pictureNames),
});
