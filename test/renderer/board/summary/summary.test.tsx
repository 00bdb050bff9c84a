// @vitest-environment happy-dom
import { act } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Feed } from '../../../../renderer/api/feed.ts';
import { createFleetStore } from '../../../../renderer/api/fleet-store.ts';
import { createFleetMeans } from '../../../../renderer/api/means.ts';
import { createStore } from '../../../../renderer/api/store.ts';
import { Summary } from '../../../../renderer/views/board/summary/summary.tsx';
import { createFakeClient } from '../../fake-client.ts';
import { renderWith } from '../../hooks.tsx';
import { profileOf } from '../../snapshots.ts';

function show(ids: readonly string[]) {
  const fleet = createFleetStore(() => 0);
  const feed = createStore<Feed>({ kind: 'fed' });
  const { container } = renderWith(
    {
      client: createFakeClient(),
      fleet,
      feed,
      means: createFleetMeans({ fleet, every: () => () => undefined }),
    },
    <Summary profiles={ids.map((id) => profileOf(id))} whole />,
  );
  return { container, feed };
}

it('claims nothing while the console is silent', () => {
  const { container, feed } = show(['a']);
  const summary = container.querySelector('section');
  expect(summary?.dataset.old).toBeUndefined();
  act(() => feed.set({ kind: 'silent', since: 1 }));
  expect(summary?.dataset.old).toBe('true');
});

it('has a place for the balance before it is known, so that nothing moves when it is, and none for a single proxy', () => {
  const names = (ids: readonly string[]) =>
    [...show(ids).container.querySelectorAll('dt')].map(({ textContent }) => textContent);
  expect(names(['a', 'b'])).toContain('Balance');
  expect(names(['a'])).not.toContain('Balance');
});
