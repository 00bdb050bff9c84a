// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import type { BoardView } from '../../../../renderer/views/board/arrangement/board-view.ts';
import { usePeers } from '../../../../renderer/views/board/differences/use-peers.ts';
import { renderHookWith } from '../../hooks.tsx';

it('holds proxies against those of their environment where they are grouped so, else of their folder', () => {
  const setPeersBy = vi.fn();
  const differences = { setPeersBy } as never;
  const { rerender } = renderHookWith(
    { differences },
    (group: BoardView['group']) => usePeers(group),
    'environment' as BoardView['group'],
  );
  rerender('tag');
  rerender('folder');
  expect(setPeersBy.mock.calls.map(([by]) => by)).toEqual(['environment', 'folder', 'folder']);
});
