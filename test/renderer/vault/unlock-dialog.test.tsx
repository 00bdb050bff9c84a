// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { CallError } from '../../../renderer/api/client.ts';
import { keepLive } from '../../../renderer/api/live.ts';
import { createQueries } from '../../../renderer/api/queries.ts';
import UnlockDialog from '../../../renderer/views/vault/unlock-dialog.tsx';
import { AppError } from '../../../shared/errors.ts';
import { createFakeClient } from '../fake-client.ts';
import { renderWith, settled } from '../hooks.tsx';
import { vaultOf } from '../vaults.ts';

const locked = vaultOf({ kind: 'passphrase', persistent: true, locked: true, waiting: 3 });
const open = { ...locked, locked: false, waiting: 0 };

async function setUp(unlock: () => Promise<unknown>) {
  const client = createFakeClient();
  client.call.mockImplementation((name: string) =>
    name === 'vault.unlock' ? unlock() : Promise.resolve(locked),
  );
  const queries = createQueries();
  keepLive(client, queries, () => undefined);
  const onClose = vi.fn();
  renderWith({ client, queries }, <UnlockDialog onClose={onClose} />);
  await settled();
  const field = screen.getByLabelText<HTMLInputElement>('Passphrase');
  return {
    client,
    onClose,
    field,
    async enter(passphrase: string) {
      fireEvent.change(field, { target: { value: passphrase } });
      const form = field.closest('form');
      if (form !== null) fireEvent.submit(form);
      await settled();
    },
    sent: () => client.call.mock.calls.filter(([name]) => name === 'vault.unlock'),
  };
}

describe('the dialog for the passphrase', () => {
  it('has the focus in its field, says how many logins wait, and unlocks', async () => {
    const { field, enter, sent, onClose } = await setUp(async () => open);
    await waitFor(() => expect(document.activeElement).toBe(field));
    expect(screen.getByText(/3 logins wait for it/)).toBeTruthy();
    await enter('kettle river fog anvil');
    expect(sent()).toEqual([['vault.unlock', { passphrase: 'kettle river fog anvil' }]]);
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('tells a wrong passphrase at the field, until it is typed over', async () => {
    const { field, enter, onClose } = await setUp(async () => {
      throw new CallError(new AppError('wrong-passphrase', {}).toValue());
    });
    await enter('kettle');
    expect(screen.getByText(/This is not the passphrase/)).toBeTruthy();
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(onClose).not.toHaveBeenCalled();
    fireEvent.change(field, { target: { value: 'kettle r' } });
    expect(screen.queryByText(/This is not the passphrase/)).toBeNull();
  });

  it('tells a damaged vault apart, with the way to what helps', async () => {
    const { enter } = await setUp(async () => {
      throw new CallError(
        new AppError('vault-damaged', { case: 'file', file: '/x/vault' }).toValue(),
      );
    });
    await enter('kettle river');
    expect(screen.getByRole('alert').textContent).toContain('/x/vault');
    expect(screen.getByRole('link', { name: 'Go to the settings' }).getAttribute('href')).toBe(
      '#/settings',
    );
  });

  it('sends nothing that is empty, and goes when another window was faster', async () => {
    const { client, enter, sent, onClose } = await setUp(async () => open);
    await enter('');
    expect(sent()).toEqual([]);
    await act(async () => client.publish('vault.changed', open));
    await settled();
    expect(onClose).toHaveBeenCalled();
  });
});
