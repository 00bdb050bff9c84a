import { describe, expect, it } from 'vitest';
import { ofKinds } from '../../../renderer/views/events/event-filter.ts';
import type { ProxyEvent } from '../../../shared/model/event.ts';

const place = {
  id: 1,
  at: 1,
  profileId: '7b1c7f4e-0f0f-4f64-9d2d-3f5a2b6f1c11',
  profileName: 'Madrid',
};
const unsaid = { by: { case: 'unknown' }, folder: '' } as const;
const added: ProxyEvent = { ...place, kind: 'profile-added', detail: unsaid };
const edited: ProxyEvent = {
  ...place,
  kind: 'profile-edited',
  detail: { changes: [], passwordChanged: true, ...unsaid },
};
const restarted: ProxyEvent = { ...place, kind: 'restarted', detail: { restarts: 1 } };

describe('the filter by kind', () => {
  it('shows all where none is chosen, else the chosen ones', () => {
    const events = [added, edited, restarted];
    expect(ofKinds(events, [])).toEqual(events);
    expect(ofKinds(events, ['profile-edited', 'restarted'])).toEqual(events.slice(1));
  });
});
