import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { passphraseLength } from '../../../../../shared/model/vault.ts';
import { Callout } from '../../../../components/callout.tsx';
import { SecretInput } from '../../../../components/secret-input.tsx';
import classes from './choose.module.css';
import { strengthOf } from './passphrase-strength.ts';

/** A new passphrase as it is typed, twice. */
export interface TypedPassphrase {
  readonly passphrase: string;
  readonly again: string;
}

export const noPassphrase: TypedPassphrase = { passphrase: '', again: '' };

/** Strong enough, and the same both times. */
export function isGood({ passphrase, again }: TypedPassphrase): boolean {
  const strength = strengthOf(passphrase);
  return strength !== 'short' && strength !== 'weak' && passphrase === again;
}

/** A new passphrase, twice, how good it is in words, and that nobody brings it back. */
export function PassphraseFields(props: {
  value: TypedPassphrase;
  onChange: (value: TypedPassphrase) => void;
  /** The first field has the focus when a dialog opens. */
  first?: boolean;
}) {
  const { t } = useTranslation();
  const { value, onChange, first = false } = props;
  const { passphrase, again } = value;
  const strength = strengthOf(passphrase);
  const differs = again !== '' && !passphrase.startsWith(again);
  return (
    <>
      <Callout tone="warning" title={t('vault:field.lostTitle')}>
        <Text size="sm">{t('vault:field.lostText')}</Text>
      </Callout>
      <div>
        <SecretInput
          label={t('vault:field.new')}
          description={t('vault:field.hint', { least: passphraseLength.least })}
          value={passphrase}
          onChange={({ currentTarget }) => onChange({ ...value, passphrase: currentTarget.value })}
          maxLength={passphraseLength.most}
          autoComplete="new-password"
          data-autofocus={first || undefined}
          toggle={t('vault:field.toggle')}
        />
        <p className={classes.strength} role="status" data-strength={strength}>
          {passphrase !== '' && t(`vault:strength.${strength}`)}
        </p>
      </div>
      <SecretInput
        label={t('vault:field.again')}
        value={again}
        onChange={({ currentTarget }) => onChange({ ...value, again: currentTarget.value })}
        error={differs && t('vault:field.differs')}
        maxLength={passphraseLength.most}
        autoComplete="new-password"
        toggle={t('vault:field.toggle')}
      />
    </>
  );
}
