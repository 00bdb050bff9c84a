// @vitest-environment happy-dom
import { act } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { CallError, type Client } from '../../../../renderer/api/client.ts';
import { createStore } from '../../../../renderer/api/store.ts';
import { useProfileEditing } from '../../../../renderer/views/profiles/editor/use-profile-editing.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import type { VaultState } from '../../../../shared/model/vault.ts';
import { someErrorValue } from '../../../support/facts.ts';
import { renderHookWith, settled } from '../../hooks.tsx';
import { profileOf } from '../../snapshots.ts';
import { vaultOf } from '../../vaults.ts';

const saved = profileOf('Madrid');

function setUp(given: ProfileEntry | 'new' = saved, vault: VaultState = vaultOf()) {
  const profile = given === 'new' ? undefined : given;
  const call = vi.fn(async (_name: string, _input: object): Promise<unknown> => saved);
  const answer = async (name: string, input: object): Promise<unknown> => {
    if (name === 'folders.list') return [];
    return name === 'vault.state' ? vault : call(name, input);
  };
  const client = { call: answer, state: createStore('open') } as unknown as Client;
  const { result, rerender } = renderHookWith(
    { client },
    (now: ProfileEntry | undefined) => useProfileEditing(now),
    profile,
  );
  return {
    call,
    /** What the hook answers now. */
    now: () => result.current,
    values: () => result.current.form.getValues(),
    type: (values: Parameters<typeof result.current.form.setValues>[0]) =>
      act(() => result.current.form.setValues(values)),
    /** The saved profile as it is now elsewhere; undefined once it is removed. */
    elsewhere: (next: ProfileEntry | undefined) => act(() => rerender(next)),
    save: () => act(() => result.current.save()),
    act: (task: () => void) => act(task),
    input: () => call.mock.calls.at(-1)?.[1],
  };
}

describe('a profile that is changed elsewhere while it is edited', () => {
  it('has its changes taken over where nothing was typed, and says which', () => {
    const { elsewhere, type, values, now } = setUp();
    type({ folder: 'eu' });
    elsewhere({ ...saved, pollSeconds: 5, host: 'b.example' });
    expect(values()).toMatchObject({ folder: 'eu', pollSeconds: 5, host: 'b.example' });
    expect(now().elsewhere).toMatchObject({ takenOver: ['host', 'pollSeconds'], conflicts: [] });
    expect(now().form.isDirty('pollSeconds')).toBe(false);
    expect(now().form.isDirty('folder')).toBe(true);
  });

  it('is saved upon what it was changed to', async () => {
    const { elsewhere, type, save, input } = setUp();
    type({ folder: 'eu' });
    elsewhere({ ...saved, pollSeconds: 5 });
    await save();
    expect(input()).toMatchObject({
      id: saved.id,
      base: { folder: '', pollSeconds: 5 },
      draft: { folder: 'eu', pollSeconds: 5 },
    });
  });

  it('is not saved before what was changed on both sides is decided', async () => {
    const { elsewhere, type, save, call, now, values, act: decide, input } = setUp();
    type({ folder: 'eu', name: 'Toledo' });
    elsewhere({ ...saved, folder: 'us', name: 'Lima' });
    expect(values()).toMatchObject({ folder: 'eu', name: 'Toledo' });
    expect(now().elsewhere.conflicts).toEqual([
      { field: 'name', mine: 'Toledo', theirs: 'Lima' },
      { field: 'folder', mine: 'eu', theirs: 'us' },
    ]);
    await save();
    expect(call).not.toHaveBeenCalled();
    decide(() => now().elsewhere.keep('name'));
    decide(() => now().elsewhere.take('folder'));
    await save();
    expect(input()).toMatchObject({
      base: { name: 'Lima', folder: 'us' },
      draft: { name: 'Toledo', folder: 'us' },
    });
  });

  it('asks about the value that is there by now', () => {
    const { elsewhere, type, now } = setUp();
    type({ folder: 'eu' });
    elsewhere({ ...saved, folder: 'us' });
    elsewhere({ ...saved, folder: 'asia' });
    expect(now().elsewhere.conflicts).toEqual([{ field: 'folder', mine: 'eu', theirs: 'asia' }]);
    elsewhere({ ...saved, folder: 'asia', pollSeconds: 9 });
    expect(now().elsewhere.conflicts).toHaveLength(1);
  });

  it('shows nothing where only what is no field of it changed', () => {
    const { elsewhere, now } = setUp();
    elsewhere({ ...saved, stockCredentials: true });
    expect(now().elsewhere).toMatchObject({ takenOver: [], conflicts: [] });
  });

  it('that the core heard of first is decided as well', async () => {
    const { call, elsewhere, type, save, now, act: decide, input } = setUp();
    type({ folder: 'eu', pollSeconds: 7 });
    const conflict = { field: 'folder', mine: 'eu', theirs: 'us' } as const;
    call.mockRejectedValueOnce(
      new CallError(
        new AppError('edited-elsewhere', { name: 'Madrid', conflicts: [conflict] }).toValue(),
      ),
    );
    await save();
    expect(now().elsewhere.conflicts).toEqual([conflict]);
    expect(now().error).toBeNull();
    // Now this window is told, too.
    elsewhere({ ...saved, folder: 'us', autoConnect: false });
    expect(now().elsewhere.conflicts).toEqual([conflict]);
    decide(() => now().elsewhere.keep('folder'));
    await save();
    expect(input()).toMatchObject({
      base: { folder: 'us', autoConnect: false },
      draft: { folder: 'eu', autoConnect: false, pollSeconds: 7 },
    });
  });
});

describe('a profile that is removed elsewhere while it is edited', () => {
  it('says so, keeps what was typed, and is saved as a new one', async () => {
    const { elsewhere, type, save, now, values, input } = setUp();
    type({ folder: 'eu', password: 'secret' });
    elsewhere(undefined);
    expect(now().elsewhere.removed).toBe(true);
    expect(now().dirty).toBe(true);
    expect(values()).toMatchObject({ name: 'Madrid', folder: 'eu' });
    await save();
    expect(input()).toMatchObject({ draft: { name: 'Madrid', folder: 'eu' }, password: 'secret' });
    expect(input()).toMatchObject({ id: undefined, base: undefined });
  });

  it('is one that is there when it is back', () => {
    const { elsewhere, now } = setUp();
    elsewhere(undefined);
    elsewhere({ ...saved, folder: 'eu' });
    expect(now().elsewhere).toMatchObject({ removed: false, takenOver: ['folder'] });
  });
});

describe('a save', () => {
  it('asks for the password again at its field where the profile is pointed elsewhere', async () => {
    const { type, save, now, call, input } = setUp();
    type({ host: 'b.example' });
    await save();
    expect(call).not.toHaveBeenCalled();
    expect(now().form.errors).toEqual({ password: 'again' });
    type({ password: 'secret' });
    await save();
    expect(input()).toMatchObject({ draft: { host: 'b.example' }, password: 'secret' });
  });

  it('asks for no password where a command is asked for it', async () => {
    const kept: ProfileEntry = { ...saved, savedPassword: 'here' };
    const { type, save, call, input } = setUp(kept, vaultOf({ kind: 'command' }));
    await settled();
    type({ host: 'elsewhere.example' });
    await save();
    expect(call).toHaveBeenCalledOnce();
    expect(input()).toMatchObject({ draft: { host: 'elsewhere.example' } });
  });

  it('shows at the password what only the core knew', async () => {
    const { call, type, save, now } = setUp();
    type({ folder: 'eu' });
    call.mockRejectedValueOnce(new CallError(someErrorValue('password-needed-again')));
    await save();
    expect(now().form.errors).toEqual({ password: 'again' });
  });
});

describe('a new profile', () => {
  it('is not bothered by what happens to others', async () => {
    const { elsewhere, type, save, now, input } = setUp('new');
    elsewhere(undefined);
    expect(now().elsewhere).toMatchObject({ base: undefined, removed: false });
    type({ name: 'Lima', host: 'c.example', user: 'ana' });
    await save();
    expect(input()).toMatchObject({ id: undefined, draft: { name: 'Lima' } });
  });
});
