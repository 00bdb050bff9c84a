import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { VaultKind, VaultState } from '../../../../../shared/model/vault.ts';
import { useProfiles } from '../../../../api/profiles.ts';
import { Callout } from '../../../../components/callout.tsx';

/** What becomes of the saved passwords when the vault is changed, said before it is. */
export function WhatHappens({ from, to }: { from: VaultState; to: VaultKind }) {
  const { t } = useTranslation();
  const profiles = useProfiles().value ?? [];
  const count = profiles.filter(
    ({ savedPassword, demo }) => savedPassword !== 'none' && !demo,
  ).length;
  if (from.locked && to !== 'command') {
    return (
      <Callout tone="warning" title={t('vault:happens.title')}>
        <Text size="sm">{t('vault:happens.locked')}</Text>
      </Callout>
    );
  }
  const says = sentences(from.kind, to, count);
  return (
    <Callout tone={to === 'session' ? 'warning' : 'info'} title={t('vault:happens.title')}>
      {says.map((key) => (
        <Text size="sm" key={key}>
          {t(`vault:happens.${key}`, { count, from: t(`vault:${from.kind}.name`) })}
        </Text>
      ))}
    </Callout>
  );
}

type Sentence = 'none' | 'fromCommand' | 'backToPassphrase' | 'toCommand' | 'taken' | 'session';

function sentences(from: VaultKind, to: VaultKind, count: number): readonly Sentence[] {
  if (from === 'command') {
    if (to === 'session') return ['fromCommand', 'session'];
    return to === 'passphrase' ? ['fromCommand', 'backToPassphrase'] : ['fromCommand'];
  }
  if (to === 'command') return count === 0 ? ['none'] : ['toCommand'];
  const first = count === 0 ? 'none' : 'taken';
  return to === 'session' ? [first, 'session'] : [first];
}
