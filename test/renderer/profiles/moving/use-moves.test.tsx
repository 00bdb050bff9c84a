// @vitest-environment happy-dom
import { cleanNotifications, Notifications } from '@mantine/notifications';
import { act, cleanup } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createQueries, queryKeyOf } from '../../../../renderer/api/queries.ts';
import type { Dragged } from '../../../../renderer/components/tree/dragged.ts';
import { Heirs } from '../../../../renderer/views/profiles/moving/heirs.tsx';
import { useMoves } from '../../../../renderer/views/profiles/moving/use-moves.tsx';
import type { ProfileFolder } from '../../../../shared/model/stored-profile.ts';
import { createFakeClient } from '../../fake-client.ts';
import { renderHookWith, renderWith } from '../../hooks.tsx';
import { profileOf } from '../../snapshots.ts';

beforeEach(() => cleanNotifications());
afterEach(cleanup);

const folder = (id: string, parentId: string | null): ProfileFolder => ({
  id,
  name: id,
  parentId,
  colour: 'none',
  kept: true,
  settings: {},
});

function start() {
  const client = createFakeClient();
  const queries = createQueries();
  queries.setQueryData(queryKeyOf('profiles.list', {}), [
    profileOf('a', { folder: 'x', sources: { user: 'own', port: 'x' } }),
    profileOf('b', { folder: 'y' }),
  ]);
  const { result } = renderHookWith({ client, queries }, useMoves, undefined);
  return { client, queries, moves: () => result.current };
}

it('moves what is not there yet, and no folder into itself, below itself, or where only a path is', () => {
  const { moves } = start();
  const can = moves().canMove;
  const to = (path: string) => ({ id: path === '' ? null : path, path });
  expect(can({ kind: 'profiles', ids: ['a', 'b'] }, to('x'))).toBe(true);
  expect(can({ kind: 'profiles', ids: ['a'] }, to('X'))).toBe(false);
  expect(can({ kind: 'profiles', ids: ['gone'] }, to('x'))).toBe(false);
  const folderAt = (path: string) => ({ kind: 'folder', id: path, path }) as const;
  expect(can(folderAt('x'), to('y'))).toBe(true);
  expect(can(folderAt('x'), to('x'))).toBe(false);
  expect(can(folderAt('x'), to('x/z'))).toBe(false);
  expect(can(folderAt('x'), to('xz'))).toBe(true);
  expect(can(folderAt('x'), to(''))).toBe(false);
  expect(can(folderAt('x/z'), to(''))).toBe(true);
  expect(can(folderAt('x/z'), to('x'))).toBe(false);
  expect(can(folderAt('x'), { id: null, path: 'made by a path' })).toBe(false);
});

it('moves many profiles by one call', async () => {
  const { client, moves } = start();
  client.call.mockImplementation(async (name: string, { ids }: { ids: string[] }) =>
    name === 'folders.list' ? [] : ids.map((id) => profileOf(id)),
  );
  await act(() => moves().moveNow({ kind: 'profiles', ids: ['a', 'b'] }, { id: null, path: '' }));
  expect(client.call.mock.calls).toEqual([
    ['folders.list', {}],
    ['profiles.edit', { ids: ['a', 'b'], set: { folder: '' }, newHeirs: [] }],
  ]);
});

it('moves a folder with all that it says', async () => {
  const { client, moves } = start();
  const shown = renderWith({}, <Notifications />);
  client.call.mockImplementation(async (name: string) => {
    if (name === 'folders.list') return [folder('x', null), folder('y', null)];
    return name === 'profiles.list' ? [] : { ...folder('x', 'y'), undo: 'u' };
  });
  await act(() => moves().moveNow({ kind: 'folder', id: 'x', path: 'x' }, { id: 'y', path: 'y' }));
  const { id, ...draft } = folder('x', 'y');
  const { id: _, ...base } = folder('x', null);
  expect(client.call).toHaveBeenLastCalledWith('folders.save', { id, base, draft, newHeirs: [] });
  await act(async () => shown.getByRole('button', { name: 'Undo' }).click());
  expect(client.call).toHaveBeenLastCalledWith('folders.undo', { undo: 'u' });
});

describe('a move into a folder that has a password', () => {
  const locked = {
    ...folder('y', null),
    settings: { user: 'ana' },
    savedPassword: 'here',
  } as const;
  const incoming = profileOf('a', {
    folder: 'x',
    user: 'ana',
    host: 'evil.example',
    savedPassword: 'none',
  });

  async function begun(what: Dragged) {
    const { client, queries, moves } = start();
    queries.setQueryData(queryKeyOf('profiles.list', {}), [incoming]);
    client.call.mockImplementation(async (name: string) => {
      if (name === 'folders.list') return [folder('x', null), locked];
      if (name === 'profiles.list') return [incoming];
      return name === 'folders.save' ? { ...folder('x', 'y'), undo: 'u' } : [incoming];
    });
    const shown = renderWith({}, <Heirs />);
    let moving: Promise<void> = Promise.resolve();
    await act(async () => {
      moving = moves().moveNow(what, { id: 'y', path: 'y' });
    });
    const list = await shown.findByRole('region', { name: 'Profiles that would newly get it' });
    const press = async (name: string) => {
      await act(async () => shown.getByRole('button', { name }).click());
      await act(() => moving);
      return client.call.mock.calls.filter(([called]) => !called.endsWith('.list'));
    };
    return { list, press };
  }
  const one = { kind: 'profiles', ids: ['a'] } as const;
  const all = { kind: 'folder', id: 'x', path: 'x' } as const;

  it.each([one, all])('asks by name and host who gets it: %o', async (what) => {
    const { list, press } = await begun(what);
    expect(list.textContent).toContain('a evil.example');
    expect(await press('Move and give it')).toEqual([
      [expect.any(String), expect.objectContaining({ newHeirs: ['a'] })],
    ]);
  });

  it.each([one, all])('gives it to nobody unless that is said: %o', async (what) => {
    const { press } = await begun(what);
    expect(await press('Move without it')).toEqual([
      [expect.any(String), expect.objectContaining({ newHeirs: [] })],
    ]);
  });

  it.each([one, all])('moves nothing where it is cancelled: %o', async (what) => {
    const { press } = await begun(what);
    expect(await press('Cancel')).toEqual([]);
  });
});
