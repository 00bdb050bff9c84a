// @vitest-environment happy-dom
import { Notifications, notifications } from '@mantine/notifications';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { useUndoable } from '../../../renderer/components/undoable.tsx';
import { renderWith, settled } from '../hooks.tsx';

afterEach(() => {
  notifications.clean();
  cleanup();
});

function Teller({ undo }: { undo: () => Promise<unknown> }) {
  const tell = useUndoable();
  return (
    <button type="button" onClick={() => tell('3 profiles changed', 'It holds now.', undo)}>
      Tell
    </button>
  );
}

async function takeBack(undo: () => Promise<unknown>): Promise<void> {
  renderWith(
    {},
    <>
      <Notifications transitionDuration={0} />
      <Teller undo={undo} />
    </>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Tell' }));
  await settled();
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await settled();
}

describe('something that can be taken back', () => {
  it('is said to be taken back once it is', async () => {
    await takeBack(async () => {});
    expect(screen.getByText('Taken back')).toBeTruthy();
    expect(screen.getByText('3 profiles changed')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('is said so once, where the taking back tells it itself', async () => {
    await takeBack(async () => 'told');
    expect(screen.queryByText('Taken back')).toBeNull();
  });

  it('is offered on where the taking back fails', async () => {
    await takeBack(() => Promise.reject(new Error('no')));
    expect(screen.queryByText('Taken back')).toBeNull();
    expect(screen.getByRole('button', { name: 'Undo' })).toBeTruthy();
  });
});
