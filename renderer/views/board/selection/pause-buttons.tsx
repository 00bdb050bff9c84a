import { Button } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { usePreferences } from '../../../api/context.ts';
import { usePausing } from '../../../api/paused.ts';
import { useUndoable } from '../../../components/undoable.tsx';
import { useAction } from '../../../components/use-action.tsx';

/** Pauses those of the chosen proxies that are connected, and goes on with those that are paused; each can be taken back. */
export function PauseButtons(props: {
  profiles: readonly ProfileEntry[];
  connected: readonly ProfileEntry[];
}) {
  const { t } = useTranslation();
  const { paused } = usePreferences();
  const pause = usePausing();
  const tell = useUndoable();
  const running = props.connected.filter(({ id }) => !paused.includes(id));
  const resting = props.profiles.filter(({ id }) => paused.includes(id));
  const action = useAction();
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
  const run = (profiles: readonly ProfileEntry[], what: 'pause' | 'resume'): void => {
    const ids = profiles.map(({ id }) => id);
    action.run(() => pauseOrResume(ids, what));
  };
  return (
    <>
      {running.length > 0 && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlayerPause size={15} aria-hidden />}
          title={t('arrangement:many.pauseText')}
          onClick={() => run(running, 'pause')}
        >
          {t('arrangement:selection.pause', { count: running.length })}
        </Button>
      )}
      {resting.length > 0 && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlayerPlay size={15} aria-hidden />}
          onClick={() => run(resting, 'resume')}
        >
          {t('arrangement:selection.resume', { count: resting.length })}
        </Button>
      )}
    </>
  );
}
