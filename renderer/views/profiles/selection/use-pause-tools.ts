import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { usePreferences } from '../../../api/context.ts';
import { usePausing } from '../../../api/paused.ts';
import { useUndoable } from '../../../components/undoable.tsx';
import { useAction } from '../../../components/use-action.tsx';
import type { Tool } from './tool.ts';

/** Pauses those of the chosen proxies that are connected, and goes on with those that are paused; each can be taken back. */
export function usePauseTools(
  profiles: readonly ProfileEntry[],
  connected: readonly ProfileEntry[],
): readonly Tool[] {
  const { t } = useTranslation();
  const { paused } = usePreferences();
  const pause = usePausing();
  const tell = useUndoable();
  const action = useAction();
  const running = connected.filter(({ id }) => !paused.includes(id));
  const resting = profiles.filter(({ id }) => paused.includes(id));
  const pauseOrResume = async (ids: readonly string[], what: 'pause' | 'resume'): Promise<void> => {
    await pause(ids, what === 'pause');
    tell(
      t(`arrangement:many.done.${what}`, { count: ids.length }),
      t(`arrangement:many.${what}Text`),
      async () => {
        await pauseOrResume(ids, what === 'pause' ? 'resume' : 'pause');
        return 'told';
      },
    );
  };
  const run = (which: readonly ProfileEntry[], what: 'pause' | 'resume'): void => {
    const ids = which.map(({ id }) => id);
    action.run(() => pauseOrResume(ids, what));
  };
  const tools: readonly Tool[] = [
    {
      key: 'pause',
      needs: 'operate',
      label: t('arrangement:selection.pause', { count: running.length }),
      icon: IconPlayerPause,
      title: t('arrangement:many.pauseText'),
      act: () => run(running, 'pause'),
    },
    {
      key: 'resume',
      needs: 'operate',
      label: t('arrangement:selection.resume', { count: resting.length }),
      icon: IconPlayerPlay,
      act: () => run(resting, 'resume'),
    },
  ];
  return tools.filter(({ key }) => (key === 'pause' ? running : resting).length > 0);
}
