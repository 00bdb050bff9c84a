import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VaultKind, VaultState } from '../../../../shared/model/vault.ts';
import { useVaultLoaded } from '../../../api/vault.ts';
import { Panel } from '../../../components/panel.tsx';
import { ViewStates } from '../../../components/view-states.tsx';
import ChooseDialog from './choose/choose-dialog.tsx';
import { KindRow } from './kind-row.tsx';
import classes from './vault.module.css';
import { VaultInUse } from './vault-in-use.tsx';

/** Where passwords are kept: which vault is in use, what can be done with it, and the others, with why one cannot be had. */
export function VaultPanel() {
  const { t } = useTranslation();
  const loaded = useVaultLoaded();
  return (
    <Panel title={t('vault:title')} description={t('vault:never')} part="vault">
      <ViewStates loaded={loaded}>{(vault) => <Vault vault={vault} />}</ViewStates>
    </Panel>
  );
}

function Vault({ vault }: { vault: VaultState }) {
  const { t } = useTranslation();
  const [choosing, setChoosing] = useState<VaultKind | null>(null);
  return (
    <>
      <VaultInUse vault={vault} onEdit={() => setChoosing('command')} />
      <Text fw={600} size="sm" mt="md" mb={4} component="h3">
        {t('vault:kinds')}
      </Text>
      <ul className={classes.kinds}>
        {vault.offered.map(({ kind, refused }) => (
          <KindRow
            key={kind}
            kind={kind}
            refused={refused}
            vault={vault}
            onChoose={() => setChoosing(kind)}
          />
        ))}
      </ul>
      {choosing !== null && (
        <ChooseDialog kind={choosing} vault={vault} onClose={() => setChoosing(null)} />
      )}
    </>
  );
}
