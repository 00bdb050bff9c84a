// @vitest-environment happy-dom
import { Button } from '@mantine/core';
import { act, fireEvent, screen } from '@testing-library/react';
import { type ComponentType, useState } from 'react';
import { expect, it } from 'vitest';
import type { Feed } from '../../../renderer/api/feed.ts';
import { createStore } from '../../../renderer/api/store.ts';
import { Dialog } from '../../../renderer/components/dialog.tsx';
import { lazyView } from '../../../renderer/components/lazy-view.tsx';
import { createFakeClient } from '../fake-client.ts';
import { renderWith, settled } from '../hooks.tsx';

const Fetched = lazyView(async () => Asking, null);

function Asking({ onClose }: { onClose: () => void }) {
  return (
    <Dialog opened onClose={onClose} title="Asking">
      <input aria-label="Answer" data-autofocus />
    </Dialog>
  );
}

/** A dialog that is there only while it is open, as nearly all are. */
function View({ view: Shown }: { view: ComponentType<{ onClose: () => void }> }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Ask</Button>
      {open && <Shown onClose={() => setOpen(false)} />}
    </>
  );
}

it.each([
  ['is there', Asking],
  ['is fetched', Fetched],
])('gives the focus back to what opened it, where its code %s', async (_, view) => {
  const feed = createStore<Feed>({ kind: 'fed' });
  renderWith({ client: createFakeClient(), feed }, <View view={view} />);
  const button = screen.getByRole('button', { name: 'Ask' });
  act(() => button.focus());
  fireEvent.click(button);
  await settled();
  const answer = await screen.findByRole('textbox', { name: 'Answer' });
  act(() => answer.focus());
  expect(document.activeElement).toBe(answer);
  fireEvent.keyDown(answer, { key: 'Escape' });
  await settled();
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(document.activeElement).toBe(button);
});

it('has the focus at its field as soon as it is drawn: what is typed at once is not the page’s', () => {
  const feed = createStore<Feed>({ kind: 'fed' });
  renderWith({ client: createFakeClient(), feed }, <View view={Asking} />);
  fireEvent.click(screen.getByRole('button', { name: 'Ask' }));
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Answer' }));
});
