import { useTranslation } from 'react-i18next';
import type { ConsoleEntry } from '../../../shared/ipc/calls/console.ts';
import { useFormat } from '../../format/use-format.ts';

/** How it stands with the way to a remote console, in a few words. */
export function useStateWords(): (entry: Pick<ConsoleEntry, 'state' | 'said'>) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ state, said }) =>
    state.kind === 'waiting'
      ? t(said === null ? 'consoles:state.unreached' : 'consoles:state.waiting', {
          time: format.time(state.retryAt),
        })
      : t(`consoles:state.${state.kind}`);
}
