// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { FormDialog } from '../../../renderer/components/form-dialog.tsx';
import { createFakeClient } from '../fake-client.ts';
import { renderWith } from '../hooks.tsx';

afterEach(cleanup);

const longWait = { timeout: 60_000 };

function show(changed: boolean) {
  const onClose = vi.fn();
  renderWith(
    { client: createFakeClient() },
    <FormDialog title="Form" busy={false} changed={changed} onClose={onClose} onSave={() => {}}>
      <input aria-label="Field" />
    </FormDialog>,
  );
  fireEvent.keyDown(screen.getByLabelText('Field'), { key: 'Escape' });
  return onClose;
}

it('closes at Escape where nothing was typed', () => {
  expect(show(false)).toHaveBeenCalledOnce();
});

it('asks at Escape where something was typed, and closes only then', async () => {
  const onClose = show(true);
  expect(onClose).not.toHaveBeenCalled();
  const leave = { name: 'Leave without saving' };
  fireEvent.click(await screen.findByRole('button', leave, longWait));
  expect(onClose).toHaveBeenCalledOnce();
});
