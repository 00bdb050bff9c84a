import { Button, Group, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorValue } from '../../../../shared/errors.ts';
import { argumentSchema } from '../../../../shared/model/profile.ts';
import { errorOf } from '../../../api/client.ts';
import { useApi } from '../../../api/context.ts';
import { useVault } from '../../../api/vault.ts';
import { ErrorPanel } from '../../../components/error-panel.tsx';
import { SecretInput } from '../../../components/secret-input.tsx';
import { notifyDone } from '../../../components/toast.tsx';
import { VaultLine } from '../../../components/vault-line.tsx';
import type { MissingPassword } from './missing.ts';
import classes from './passwords.module.css';

/** One password for all that share user and folder, each with whom it is sent to. What was entered is kept by the console, and never comes back here. */
export default function PasswordsDialog(props: {
  missing: readonly MissingPassword[];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { client } = useApi();
  const vault = useVault();
  // Those of when it was opened: none moves while somebody types.
  const [groups] = useState(props.missing);
  const [typed, setTyped] = useState<readonly string[]>(() => groups.map(() => ''));
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<ErrorValue | null>(null);
  const isWrong = (password: string): boolean =>
    password !== '' && !argumentSchema.safeParse(password).success;
  const given = groups.filter((_, index) => (typed[index] ?? '') !== '');
  const count = given.reduce((sum, group) => sum + group.profiles.length, 0);
  const save = async (): Promise<void> => {
    setSaving(true);
    setError(null);
    try {
      for (const [index, { profiles }] of groups.entries()) {
        const password = typed[index] ?? '';
        if (password === '') continue;
        await client.call('profiles.edit', {
          ids: profiles.map(({ id }) => id),
          set: {},
          password,
        });
        // What is saved is not asked for again where a later one fails.
        setTyped((before) => before.map((each, at) => (at === index ? '' : each)));
      }
      notifyDone(t('board:passwords.saved', { count }), t('board:passwords.savedText'));
      props.onClose();
    } catch (thrown) {
      setError(errorOf(thrown));
      setSaving(false);
    }
  };
  return (
    <Modal opened onClose={props.onClose} title={t('board:passwords.title')} size="md">
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (count > 0 && !typed.some(isWrong) && !saving && vault?.locked !== true) void save();
        }}
      >
        <Text size="sm" c="dimmed">
          {t('board:passwords.text')}
        </Text>
        {groups.map(({ user, folder, profiles }, index) => (
          <div key={profiles[0]?.id}>
            <SecretInput
              label={t(folder === '' ? 'board:passwords.ofTop' : 'board:passwords.of', {
                user,
                folder,
                count: profiles.length,
              })}
              value={typed[index] ?? ''}
              onChange={({ currentTarget }) =>
                setTyped(typed.map((each, at) => (at === index ? currentTarget.value : each)))
              }
              error={isWrong(typed[index] ?? '') && t('profiles:faults.ascii', { character: '' })}
              maxLength={255}
              autoComplete="new-password"
              data-autofocus={index === 0 || undefined}
              toggle={t('profiles:fields.password.toggle')}
            />
            <details>
              <summary className={classes.summary}>{t('board:passwords.whose')}</summary>
              <ul className={classes.whose}>
                {profiles.map(({ id, name, host }) => (
                  <li key={id}>
                    {name} <span className={classes.host}>{host}</span>
                  </li>
                ))}
              </ul>
            </details>
          </div>
        ))}
        {vault !== null && <VaultLine vault={vault} />}
        {error !== null && <ErrorPanel error={error} />}
        <Group gap="xs" justify="flex-end">
          <Button variant="default" onClick={props.onClose}>
            {t('cancel')}
          </Button>
          <Button
            type="submit"
            loading={saving}
            disabled={count === 0 || typed.some(isWrong) || vault?.locked === true}
          >
            {t('board:passwords.save', { count })}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
