import { describe, expect, it } from 'vitest';
import { searchOfView, viewOfSearch } from '../../../renderer/views/compare/compare-search.ts';
import { firstView } from '../../../renderer/views/compare/compare-view.ts';

describe('the address of a comparison', () => {
  it('says all of the view, and comes back as it was', () => {
    const view = {
      ids: ['a', 'b'],
      metric: 'connections',
      second: 'accessesPerSecond',
      range: '7d',
      zoom: '1000000-2000000',
      picture: 'multiples',
    } as const;
    expect(viewOfSearch(searchOfView(view))).toEqual(view);
  });

  it('says nothing of what is as at first', () => {
    expect(searchOfView({ ...firstView, ids: [] })).toBe('');
    expect(searchOfView({ ...firstView, ids: ['a', 'b'], range: '1h' })).toBe('ids=a,b&range=1h');
    expect(viewOfSearch('')).toEqual({ ...firstView, ids: [] });
  });

  it('opens the page also where it has a fault', () => {
    const faulty = 'ids=a,,a,b&metric=colour&second=x&range=9y&zoom=5-4&picture=%ff&other=1';
    expect(viewOfSearch(faulty)).toEqual({ ...firstView, ids: ['a', 'b'] });
  });

  it('has no more proxies than can be compared', () => {
    const ids = Array.from({ length: 130 }, (_, i) => `p${i}`).join(',');
    expect(viewOfSearch(`ids=${ids}`).ids).toHaveLength(100);
  });
});
