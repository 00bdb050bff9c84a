// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { FormDialog } from '../../../renderer/components/form-dialog.tsx';
import { createFakeClient } from '../fake-client.ts';
import { renderWith, settled } from '../hooks.tsx';

afterEach(cleanup);

async function pressEscape(): Promise<void> {
  const event = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true });
  await act(async () => {
    document.body.dispatchEvent(event);
  });
  await settled();
}

const question = () => screen.queryByRole('button', { name: 'Stay here' });

it('asks at Escape where something was typed, and the next one takes back the question alone', async () => {
  let closed = 0;
  renderWith(
    { client: createFakeClient() },
    <FormDialog title="New rule" busy={false} changed onClose={() => closed++} onSave={() => {}}>
      <input aria-label="Name" />
    </FormDialog>,
  );
  await settled();
  await pressEscape();
  expect(question()).not.toBeNull();
  await pressEscape();
  await expect.poll(question).toBeNull();
  expect(screen.queryByRole('textbox', { name: 'Name' })).not.toBeNull();
  expect(closed).toBe(0);
  await pressEscape();
  expect(question()).not.toBeNull();
});
