import { Button, Group, Text } from '@mantine/core';
import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { May } from '../../../../components/may/may.tsx';
import { useAction } from '../../../../components/use-action.tsx';
import classes from './lock-bar.module.css';
import type { LockControl } from './use-lock.ts';

/** The lock of a proxy whose class is read-only: closed, or open for so long. */
export function LockBar({ control }: { control: LockControl }) {
  const { t } = useTranslation();
  const { busy, run } = useAction();
  const { lock } = control;
  if (lock.kind === 'free') return null;
  const locked = lock.kind === 'locked';
  const Sign = locked ? IconLock : IconLockOpen;
  return (
    <div className={classes.bar} data-lock={lock.kind}>
      <Group gap={6} justify="space-between">
        <Group gap={6} wrap="nowrap">
          <Sign size={18} aria-hidden className={classes.sign} />
          <Text fz={13} fw={600} aria-live="polite">
            {t(locked ? 'changes:lock.locked' : 'changes:lock.unlocked', {
              name: control.className,
            })}
            {lock.kind === 'unlocked' && (
              <Text span fz={13} fw={600} role="timer" aria-live="off">
                {` · ${t('changes:lock.left', { time: countdown(lock.leftMs) })}`}
              </Text>
            )}
          </Text>
        </Group>
        <May needs="operate">
          <Button
            size="compact-sm"
            fz="xs"
            variant={locked ? 'filled' : 'default'}
            loading={busy}
            onClick={() => run(locked ? control.unlock : control.lockNow)}
          >
            {t(locked ? 'changes:lock.unlock' : 'changes:lock.lockNow')}
          </Button>
        </May>
      </Group>
      <Text size="xs" c="dimmed" mt={4}>
        {t(locked ? 'changes:lock.lockedText' : 'changes:lock.unlockedText')}
      </Text>
    </div>
  );
}

/** `9:05` */
function countdown(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
