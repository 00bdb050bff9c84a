// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Feed } from '../../../../renderer/api/feed.ts';
import { createStore } from '../../../../renderer/api/store.ts';
import PastePage from '../../../../renderer/views/profiles/paste/paste-page.tsx';
import { createFakeClient } from '../../fake-client.ts';
import { renderWith, settled } from '../../hooks.tsx';

// A field that grows with its text asks when its letters come, which this document cannot say.
Object.defineProperty(document, 'fonts', { value: new EventTarget() });

it.each([
  ['leads to the list of profiles', false, '#/profiles'],
  ['leads nobody away who went elsewhere meanwhile', true, '#/events'],
])('what was added %s', async (_, leaves, leadsTo) => {
  let answer = (_rows: readonly never[]): void => undefined;
  const client = createFakeClient();
  client.call.mockImplementation((name: string) =>
    name === 'profiles.saveMany'
      ? new Promise((resolve) => {
          answer = resolve;
        })
      : Promise.resolve([]),
  );
  window.location.hash = '#/events';
  const feed = createStore<Feed>({ kind: 'fed' });
  const { unmount } = renderWith({ client, feed }, <PastePage />);
  await settled();
  fireEvent.change(screen.getByRole('textbox', { name: 'Your list' }), {
    target: { value: 'a.invalid' },
  });
  fireEvent.change(screen.getByRole('textbox', { name: 'User' }), {
    target: { value: 'operator' },
  });
  await settled();
  fireEvent.click(screen.getByRole('button', { name: /^Add / }));
  await settled();
  if (leaves) unmount();
  await act(async () => answer([]));
  expect(window.location.hash).toBe(leadsTo);
});
