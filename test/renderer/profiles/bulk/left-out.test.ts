import { describe, expect, it } from 'vitest';
import { withoutManaged } from '../../../../renderer/views/profiles/bulk/left-out.tsx';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';

const own = { id: 'own' } as ProfileEntry;
const supplied = { id: 'supplied', managed: { notes: '' } } as ProfileEntry;
const both = [own, supplied];
const ids = both.map(({ id }) => id);

describe('an edit of many', () => {
  it('is asked of the user’s own only', () => {
    const edit = { set: { pollSeconds: 5 }, addTags: 'mail' };
    expect(withoutManaged({ ids, ...edit }, both)).toEqual([{ ids: ['own'], ...edit }]);
    expect(withoutManaged({ ids: ['supplied'], ...edit }, both)).toEqual([]);
  });

  it('gives its password to managed ones, too, and nothing else', () => {
    expect(withoutManaged({ ids, set: { port: 9 }, password: 'secret' }, both)).toEqual([
      { ids: ['supplied'], set: {}, password: 'secret' },
      { ids: ['own'], set: { port: 9 }, password: 'secret' },
    ]);
  });
});
