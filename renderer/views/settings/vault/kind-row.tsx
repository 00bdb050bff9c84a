import { Button, Text } from '@mantine/core';
import { type Icon, IconClockHour4, IconKey, IconLock, IconTerminal2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { VaultKind, VaultRefusal, VaultState } from '../../../../shared/model/vault.ts';
import classes from './vault.module.css';

const signs: Readonly<Record<VaultKind, Icon>> = {
  keychain: IconKey,
  passphrase: IconLock,
  session: IconClockHour4,
  command: IconTerminal2,
};

/** A kind of vault: what it means, and the button that chooses it, or why it cannot be had here. */
export function KindRow(props: {
  kind: VaultKind;
  refused: VaultRefusal | null;
  vault: VaultState;
  onChoose: () => void;
}) {
  const { kind, refused, vault } = props;
  const { t } = useTranslation();
  const Sign = signs[kind];
  const inUse = vault.kind === kind;
  const name = t(`vault:${kind}.name`);
  return (
    <li
      className={classes.kind}
      data-kind={kind}
      data-offer={inUse ? 'in-use' : refused === null ? 'offered' : 'refused'}
    >
      <Sign size={18} aria-hidden className={classes.sign} />
      <div className={classes.about}>
        <Text fw={500} size="sm">
          {name}
        </Text>
        <Text size="xs" c="dimmed">
          {t(`vault:${kind}.means`)}
        </Text>
        {refused !== null && (
          <Text size="xs" className={classes.refused}>
            {t(inUse ? 'vault:onlyLeft' : 'vault:refused', {
              why: t(`vault:why.${refused}`, { backend: vault.backend ?? '' }),
            })}
          </Text>
        )}
      </div>
      {inUse ? (
        <Text size="sm" fw={600} c="var(--spcp-ready)">
          {t('vault:inUse')}
        </Text>
      ) : (
        refused === null && (
          <Button
            size="xs"
            variant="default"
            aria-label={t('vault:useOne', { name })}
            onClick={props.onChoose}
          >
            {t('vault:use')}
          </Button>
        )
      )}
    </li>
  );
}
