import { Button, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import type { DriftRow } from '../../../shared/model/drift.ts';
import { useDrift } from '../../api/drift.ts';
import { useFolders } from '../../api/folders.ts';
import { May } from '../../components/may/may.tsx';
import { sayIntendedBy } from './intended-text.tsx';
import { sayingSame } from './saying-same.ts';
import { useAdopt } from './use-adopt.ts';

/** Makes what is in force the intention, where it is said or of the proxy alone; nothing where there is nothing to adopt. */
export function AdoptMenu({ row, profile }: { row: DriftRow; profile: ProfileEntry }) {
  const { t } = useTranslation();
  const folders = useFolders().value ?? [];
  const every = useDrift().value ?? [];
  const { busy, adopt } = useAdopt(folders);
  if ((row.state !== 'deviates' && row.state !== 'disagree') || row.found === null) return null;
  const setting = t(`changes:settings.${row.setting}`);
  const source = row.intended.kind === 'said' ? row.intended.source : null;
  const count = sayingSame(every, row).length;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <May needs="administer">
          <Button
            size="compact-xs"
            variant="default"
            loading={busy}
            aria-label={t('drift:adoptOf', { name: profile.name, setting })}
          >
            {t('drift:adopt')}
          </Button>
        </May>
      </Menu.Target>
      <Menu.Dropdown>
        {source !== null && source.kind !== 'own' && (
          <Menu.Item onClick={() => adopt(row, profile, { count })}>
            {t('drift:adoptThere', { where: sayIntendedBy(row, folders, t), count })}
          </Menu.Item>
        )}
        <Menu.Item onClick={() => adopt(row, profile, 'own')}>{t('drift:adoptHere')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
