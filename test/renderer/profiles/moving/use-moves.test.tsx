// @vitest-environment happy-dom
import { cleanNotifications, Notifications } from '@mantine/notifications';
import { act } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { createQueries, queryKeyOf } from '../../../../renderer/api/queries.ts';
import { useMoves } from '../../../../renderer/views/profiles/moving/use-moves.tsx';
import type { ProfileFolder } from '../../../../shared/model/stored-profile.ts';
import { createFakeClient } from '../../fake-client.ts';
import { renderHookWith, renderWith } from '../../hooks.tsx';
import { profileOf } from '../../snapshots.ts';

beforeEach(() => cleanNotifications());

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
  return { client, moves: () => result.current };
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
  client.call.mockImplementation(async (_name, { ids }: { ids: string[] }) =>
    ids.map((id) => profileOf(id)),
  );
  await act(() => moves().moveNow({ kind: 'profiles', ids: ['a', 'b'] }, { id: null, path: '' }));
  expect(client.call.mock.calls).toEqual([
    ['profiles.edit', { ids: ['a', 'b'], set: { folder: '' } }],
  ]);
});

it('moves a folder with all that it says', async () => {
  const { client, moves } = start();
  const shown = renderWith({}, <Notifications />);
  client.call.mockImplementation(async (name: string) =>
    name === 'folders.list' ? [folder('x', null), folder('y', null)] : folder('x', 'y'),
  );
  await act(() => moves().moveNow({ kind: 'folder', id: 'x', path: 'x' }, { id: 'y', path: 'y' }));
  const { id, ...draft } = folder('x', 'y');
  const { id: _, ...base } = folder('x', null);
  expect(client.call).toHaveBeenLastCalledWith('folders.save', { id, base, draft });
  await act(async () => shown.getByRole('button', { name: 'Undo' }).click());
  const back = { id, base: draft, draft: base };
  expect(client.call).toHaveBeenLastCalledWith('folders.save', back);
});
