import { z } from 'zod';
import { seriesNames } from '../../api/point-ring.ts';
import { type CompareView, firstView, mostCompared, pictureNames } from './compare-view.ts';
import { rangeNames } from './ranges.ts';
import { zoomOf } from './zoom.ts';

const idsSchema = z
  .string()
  .transform((text) => [...new Set(text.split(',').filter(Boolean))].slice(0, mostCompared))
  .catch([]);

/** What does not fit is as if it were not said: a link with a fault opens the page all the same. */
const searchSchema = z.object({
  ids: idsSchema,
  metric: z.enum(seriesNames).catch(firstView.metric),
  second: z.enum([...seriesNames, 'none']).catch(firstView.second),
  range: z.enum(rangeNames).catch(firstView.range),
  zoom: z
    .string()
    .refine((text) => zoomOf(text) !== null)
    .catch(firstView.zoom),
  picture: z.enum(pictureNames).catch(firstView.picture),
});

/** The view that an address says, `ids=a,b&metric=connections`. */
export function viewOfSearch(search: string): CompareView {
  return searchSchema.parse(Object.fromEntries(new URLSearchParams(search)));
}

/** What an address says of a view. What is as at first is not said. */
export function searchOfView(view: CompareView): string {
  const { ids, ...rest } = view;
  const params = new URLSearchParams();
  for (const name of ['metric', 'second', 'range', 'zoom', 'picture'] as const) {
    if (rest[name] !== firstView[name]) params.append(name, rest[name]);
  }
  // A comma needs no encoding, and a list is read more easily with it.
  const list = ids.length === 0 ? '' : `ids=${ids.map(encodeURIComponent).join(',')}`;
  return [list, params.toString()].filter(Boolean).join('&');
}
