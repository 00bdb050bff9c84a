// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import PasswordsDialog from '../../../../renderer/views/board/passwords/passwords-dialog.tsx';
import { createFakeClient } from '../../fake-client.ts';
import { renderWith, settled } from '../../hooks.tsx';
import { profileOf } from '../../snapshots.ts';
import { vaultOf } from '../../vaults.ts';

const group = {
  user: 'ana',
  folder: '',
  profiles: [profileOf('a', { user: 'ana' }), profileOf('b', { user: 'ana' })],
  refused: 1,
};

async function setUp() {
  const client = createFakeClient();
  client.call.mockImplementation(async () => vaultOf());
  const onClose = vi.fn();
  renderWith({ client }, <PasswordsDialog missing={[group]} onClose={onClose} />);
  await settled();
  return {
    onClose,
    type: (label: RegExp, value: string) =>
      fireEvent.change(screen.getByLabelText(label, { selector: 'input' }), { target: { value } }),
    async save() {
      const form = document.querySelector('form');
      if (form !== null) fireEvent.submit(form);
      await settled();
    },
    edits: () =>
      client.call.mock.calls
        .filter(([name]) => name === 'profiles.edit')
        .map(([, params]) => params),
  };
}

it('saves one password for all of a group, and says how many refused theirs', async () => {
  const { type, save, edits, onClose } = await setUp();
  expect(screen.getByText(/^1 of them refused/)).toBeTruthy();
  type(/2 proxies/, 'same');
  await save();
  expect(edits()).toEqual([{ ids: ['a', 'b'], set: {}, password: 'same' }]);
  expect(onClose).toHaveBeenCalledOnce();
});

it('takes another password of each proxy of a group that is split', async () => {
  const { type, save, edits } = await setUp();
  fireEvent.click(screen.getByRole('button', { name: 'A password for each of them' }));
  type(/^a \(/, 'first');
  type(/^b \(/, 'second');
  await save();
  expect(edits()).toEqual([
    { ids: ['a'], set: {}, password: 'first' },
    { ids: ['b'], set: {}, password: 'second' },
  ]);
});
