// @vitest-environment happy-dom
import { act } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { CallError, type Client } from '../../../../renderer/api/client.ts';
import { createStore } from '../../../../renderer/api/store.ts';
import { useFolderEditing } from '../../../../renderer/views/profiles/folders/use-folder-editing.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { FolderEntry } from '../../../../shared/ipc/calls/profile.ts';
import { renderHookWith } from '../../hooks.tsx';

const saved: FolderEntry = {
  ...{ id: 'e', name: 'Europe', parentId: null, colour: 'none', kept: true },
  settings: { user: 'ana', pollSeconds: 5 },
  savedPassword: 'here',
};

function setUp() {
  const call = vi.fn(async (_name: string, _input: object): Promise<unknown> => saved);
  const client = { call, state: createStore('open') } as unknown as Client;
  const { result, rerender } = renderHookWith(
    { client },
    (now: FolderEntry | undefined) => useFolderEditing(now),
    saved,
  );
  return {
    call,
    now: () => result.current,
    change: (part: Parameters<typeof result.current.change>[0]) =>
      act(() => result.current.change(part)),
    elsewhere: (next: FolderEntry | undefined) => act(() => rerender(next)),
    save: (stranded: string[] = [], password = '', newHeirs: string[] = []) =>
      act(() => result.current.save(stranded, password, newHeirs)),
    act: (task: () => void) => act(task),
  };
}

describe('a folder that is changed elsewhere while it is edited', () => {
  it('has its changes taken over where nothing was typed, and is saved upon them', async () => {
    const { elsewhere, change, now, save, call } = setUp();
    change({ name: 'EU' });
    const theirs = { ...saved, colour: 'red', settings: { user: 'ana' } } as const;
    elsewhere(theirs);
    expect(now().form).toMatchObject({ name: 'EU', colour: 'red', settings: { user: 'ana' } });
    expect(now().elsewhere.takenOver).toEqual(['colour', 'pollSeconds']);
    await save();
    expect(call).toHaveBeenCalledWith('folders.save', {
      ...{ id: 'e', base: theirs, password: undefined },
      draft: { name: 'EU', parentId: null, colour: 'red', kept: true, settings: { user: 'ana' } },
    });
  });

  it('is not saved before what was changed on both sides is decided', async () => {
    const { elsewhere, change, now, save, call, act: decide } = setUp();
    change({ settings: { user: 'ana', pollSeconds: 7 } });
    elsewhere({ ...saved, settings: { user: 'ana', pollSeconds: 9 } });
    expect(now().elsewhere.conflicts).toEqual([{ field: 'pollSeconds', mine: 7, theirs: 9 }]);
    await save();
    expect(call).not.toHaveBeenCalled();
    decide(() => now().elsewhere.take('pollSeconds'));
    expect(now().form.settings.pollSeconds).toBe(9);
    expect(now().dirty).toBe(false);
  });

  it('asks where the core heard of it first', async () => {
    const { change, now, save, call } = setUp();
    change({ name: 'EU' });
    const conflicts = [{ field: 'name', mine: 'EU', theirs: 'Europa' }] as const;
    const error = new AppError('folder-edited-elsewhere', { name: 'Europa', conflicts });
    call.mockRejectedValueOnce(new CallError(error.toValue()));
    await save();
    expect(now().elsewhere.conflicts).toEqual(conflicts);
    expect(now().error).toBeNull();
  });

  it('is saved as a new one where it was removed', async () => {
    const { elsewhere, change, now, save, call } = setUp();
    change({ name: 'EU' });
    elsewhere(undefined);
    expect(now().elsewhere.removed).toBe(true);
    await save();
    expect(call.mock.calls[0]?.[1]).toMatchObject({ id: undefined, base: undefined });
  });
});

describe('the password in the form of a folder', () => {
  it('is wanted anew for another user, unless it is taken away', async () => {
    const { change, now, save, call } = setUp();
    change({ settings: { user: 'eva' } });
    await save();
    expect(now().faults.password).toBe('again');
    expect(call).not.toHaveBeenCalled();
    change({ removePassword: true });
    await save();
    expect(call.mock.calls[0]?.[1]).toMatchObject({ password: null });
  });

  it('and one for those whose own would be asked for again are sent one after the other', async () => {
    const { change, save, call } = setUp();
    change({ settings: { user: 'ana', port: 9091 } });
    await save(['a', 'b'], 'theirs');
    expect(call.mock.calls.map(([name]) => name)).toEqual(['folders.save', 'profiles.edit']);
    expect(call.mock.calls[1]?.[1]).toEqual({ ids: ['a', 'b'], set: {}, password: 'theirs' });
  });
});
