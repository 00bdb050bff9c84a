import { useTranslation } from 'react-i18next';
import type { ConsoleState } from '../../../shared/model/console-state.ts';
import { useFormat } from '../../format/use-format.ts';

/** How it stands with the way to a remote console, in a few words. */
export function useStateWords(): (state: ConsoleState) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (state) =>
    state.kind === 'waiting'
      ? t('consoles:state.waiting', { time: format.time(state.retryAt) })
      : t(`consoles:state.${state.kind}`);
}
