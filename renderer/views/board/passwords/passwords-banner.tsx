import { Button, Text } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import type { ProxySnapshot } from '../../../../shared/model/fleet-frame.ts';
import { useApi } from '../../../api/context.ts';
import { useFolders } from '../../../api/folders.ts';
import { lazyView } from '../../../components/lazy-view.tsx';
import { May } from '../../../components/may/may.tsx';
import { useSampled } from '../../../components/use-sampled.ts';
import classes from '../board.module.css';
import { missingPasswords } from './missing.ts';

const PasswordsDialog = lazyView(
  async () => (await import('./passwords-dialog.tsx')).default,
  null,
);

const noSnapshots: ReadonlyMap<string, ProxySnapshot> = new Map();

/** Where several proxies wait for a password, as after a restart of the web shell, or refused theirs: one place to enter what they share. */
export function PasswordsBanner({ profiles }: { profiles: readonly ProfileEntry[] }) {
  const { fleet } = useApi();
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const snapshots = useSampled(fleet.snapshots, 1000) ?? noSnapshots;
  const missing = missingPasswords(profiles, useFolders().value ?? [], snapshots);
  const count = missing.reduce((sum, group) => sum + group.profiles.length, 0);
  const refused = missing.reduce((sum, group) => sum + group.refused, 0);
  const waiting = count - refused;
  const told = count > 1 || open;
  return (
    <div className={told ? classes.demo : 'visually-hidden'}>
      {told && <IconKey size={17} stroke={1.7} aria-hidden />}
      <Text size="sm" className={classes.demoText} role="status">
        {told &&
          [
            waiting > 0 && t('board:passwords.banner', { count: waiting }),
            refused > 0 && t('board:passwords.bannerRefused', { count: refused }),
          ]
            .filter(Boolean)
            .join(' ')}
      </Text>
      {told && (
        <May needs="administer">
          <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
            {t('board:passwords.enter')}
          </Button>
        </May>
      )}
      {open && <PasswordsDialog missing={missing} onClose={() => setOpen(false)} />}
    </div>
  );
}
