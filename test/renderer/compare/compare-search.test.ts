import { describe, expect, it } from 'vitest';
import { parseSearch, stringifySearch } from '../../../renderer/api/search-text.ts';
import { compareSearch } from '../../../renderer/views/compare/compare-search.ts';

const viewOf = (address: string) => compareSearch.parse(parseSearch(address));

describe('the address of a comparison', () => {
  it('says all of the view, and comes back as it was', () => {
    const view = {
      ids: ['a', 'b'],
      metric: 'connections',
      second: 'accessesPerSecond',
      range: '7d',
      from: 1_000_000,
      to: 2_000_000,
      proxy: 'a',
      at: 1_500_000,
      picture: 'multiples',
      past: 'week',
      smoothing: '1m',
    } as const;
    expect(viewOf(stringifySearch(view))).toEqual(view);
  });

  it('opens the page also where it has a fault', () => {
    const faulty =
      'ids=a,,a,b&metric=colour&second=x&range=9y&from=1e3&to=-5&picture=%ff&past=year&smoothing=2h&other=1';
    expect(viewOf(faulty)).toEqual({ ids: ['a', 'b'] });
  });

  it('has no more proxies than can be compared', () => {
    const ids = Array.from({ length: 130 }, (_, i) => `p${i}`).join(',');
    expect(viewOf(`ids=${ids}`).ids).toHaveLength(100);
  });
});
