import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { argumentSchema } from '../../../../shared/model/profile.ts';
import { SecretInput } from '../../../components/secret-input.tsx';
import type { MissingPassword } from './missing.ts';
import classes from './passwords.module.css';

/** A field for a password, by a key that no other has, and whose it will be. */
export interface PasswordField {
  readonly key: string;
  readonly profiles: readonly ProfileEntry[];
}

export function keyOf({ profiles }: MissingPassword): string {
  return `all ${profiles[0]?.id}`;
}

/** One field for all of a group, or where it is split one for each of its proxies. */
export function fieldsOf(group: MissingPassword, split: boolean): readonly PasswordField[] {
  const { profiles } = group;
  if (!split) return [{ key: keyOf(group), profiles }];
  return profiles.map((profile) => ({ key: profile.id, profiles: [profile] }));
}

/** Whether something is typed that no proxy can be sent as its password. */
export function isWrongPassword(password: string): boolean {
  return password !== '' && !argumentSchema.safeParse(password).success;
}

/** The passwords of those that share user and folder: one for all of them, or where they differ one for each. */
export function PasswordsOfGroup(props: {
  group: MissingPassword;
  split: boolean;
  onSplit: (split: boolean) => void;
  /** What was typed, by the key of the field. */
  typed: ReadonlyMap<string, string>;
  onType: (key: string, password: string) => void;
  /** The first of the dialog, which has the focus when it opens. */
  first: boolean;
}) {
  const { t } = useTranslation();
  const { group, split, typed } = props;
  const { user, folder, profiles, refused } = group;
  const name = t(folder === '' ? 'board:passwords.ofTop' : 'board:passwords.of', {
    user,
    folder,
    count: profiles.length,
  });
  const labelOf = ({ profiles: [profile] }: PasswordField): string =>
    split ? t('board:passwords.ofOne', { name: profile?.name, host: profile?.host, user }) : name;
  return (
    <fieldset className={classes.group} aria-label={name}>
      {split && (
        <Text size="sm" fw={500}>
          {name}
        </Text>
      )}
      {fieldsOf(group, split).map((field, index) => {
        const value = typed.get(field.key) ?? '';
        return (
          <SecretInput
            key={field.key}
            label={labelOf(field)}
            value={value}
            onChange={({ currentTarget }) => props.onType(field.key, currentTarget.value)}
            error={isWrongPassword(value) && t('profiles:faults.ascii', { character: '' })}
            maxLength={255}
            autoComplete="new-password"
            data-autofocus={(props.first && index === 0) || undefined}
            toggle={t('profiles:fields.password.toggle')}
          />
        );
      })}
      {refused > 0 && (
        <Text size="xs" c="var(--spcp-attention)">
          {t('board:passwords.refused', { count: refused })}
        </Text>
      )}
      {profiles.length > 1 && (
        <Button
          size="compact-xs"
          variant="subtle"
          className={classes.split}
          onClick={() => props.onSplit(!split)}
        >
          {t(split ? 'board:passwords.join' : 'board:passwords.split')}
        </Button>
      )}
      {!split && (
        <details>
          <summary className={classes.summary}>{t('board:passwords.whose')}</summary>
          <ul className={classes.whose}>
            {profiles.map(({ id, name: of, host }) => (
              <li key={id}>
                {of} <span className={classes.host}>{host}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </fieldset>
  );
}
