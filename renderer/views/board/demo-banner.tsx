import { Button, Text } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import { useApi } from '../../api/context.ts';
import { May } from '../../components/may/may.tsx';
import { notifyDone } from '../../components/toast.tsx';
import { useAction } from '../../components/use-action.tsx';
import classes from './board.module.css';

/** While the demo fleet runs: that it does, and its end. */
export function DemoBanner({ profiles }: { profiles: readonly ProfileEntry[] }) {
  const { client } = useApi();
  const { t } = useTranslation();
  const { busy, run } = useAction();
  if (!profiles.some(({ demo }) => demo)) return null;
  const stop = async (): Promise<void> => {
    await client.call('demo.stop', {});
    notifyDone(t('board:demoStoppedTitle'), t('board:demoStopped'));
  };
  return (
    <div className={classes.demo}>
      <IconFlask size={17} stroke={1.7} aria-hidden />
      <Text size="sm" className={classes.demoText}>
        {t('board:demoRunning')}
      </Text>
      <May needs="administer">
        <Button size="compact-sm" variant="default" loading={busy} onClick={() => run(stop)}>
          {t('stopDemo')}
        </Button>
      </May>
    </div>
  );
}
