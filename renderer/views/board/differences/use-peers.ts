import { useEffect } from 'react';
import { useApi } from '../../../api/context.ts';
import type { BoardView } from '../arrangement/board-view.ts';

/** Holds each proxy against those that the board shows it among, for as long as they are so grouped. */
export function usePeers(group: BoardView['group']): void {
  const { differences } = useApi();
  useEffect(
    () => differences.setPeersBy(group === 'environment' ? 'environment' : 'folder'),
    [differences, group],
  );
}
