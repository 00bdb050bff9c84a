import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorValue } from '../../../../shared/errors.ts';
import { errorOf } from '../../../api/client.ts';
import { useApi } from '../../../api/context.ts';
import { useVault } from '../../../api/vault.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { ErrorPanel } from '../../../components/error-panel.tsx';
import { notifyDone } from '../../../components/toast.tsx';
import { VaultLine } from '../../../components/vault/vault-line.tsx';
import type { MissingPassword } from './missing.ts';
import classes from './passwords.module.css';
import { fieldsOf, isWrongPassword, keyOf, PasswordsOfGroup } from './passwords-of-group.tsx';

/** One password for all that share user and folder, or one for each of them, each with whom it is sent to. What was entered is kept by the console, and never comes back here. */
export default function PasswordsDialog(props: {
  missing: readonly MissingPassword[];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { client } = useApi();
  const vault = useVault();
  // Those of when it was opened: none moves while somebody types.
  const [groups] = useState(props.missing);
  const [split, setSplit] = useState<ReadonlySet<string>>(new Set());
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map());
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<ErrorValue | null>(null);
  const given = groups
    .flatMap((group) => fieldsOf(group, split.has(keyOf(group))))
    .map((field) => ({ ...field, password: typed.get(field.key) ?? '' }))
    .filter(({ password }) => password !== '');
  const wrong = given.some(({ password }) => isWrongPassword(password));
  const count = given.reduce((sum, { profiles }) => sum + profiles.length, 0);
  const save = async (): Promise<void> => {
    setSaving(true);
    setError(null);
    try {
      for (const { key, profiles, password } of given) {
        await client.call('profiles.edit', {
          ids: profiles.map(({ id }) => id),
          set: {},
          password,
        });
        // What is saved is not asked for again where a later one fails.
        setTyped((before) => new Map(before).set(key, ''));
      }
      notifyDone(t('board:passwords.saved', { count }), t('board:passwords.savedText'));
      props.onClose();
    } catch (thrown) {
      setError(errorOf(thrown));
      setSaving(false);
    }
  };
  return (
    <Dialog opened onClose={props.onClose} title={t('board:passwords.title')} size="md">
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (count > 0 && !wrong && !saving && vault?.locked !== true) void save();
        }}
      >
        <Text size="sm" c="dimmed">
          {t('board:passwords.text')}
        </Text>
        {groups.map((group, index) => (
          <PasswordsOfGroup
            key={keyOf(group)}
            group={group}
            split={split.has(keyOf(group))}
            onSplit={(apart) => setSplit(withOrWithout(split, keyOf(group), apart))}
            typed={typed}
            onType={(key, password) => setTyped(new Map(typed).set(key, password))}
            first={index === 0}
          />
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
            disabled={count === 0 || wrong || vault?.locked === true}
          >
            {t('board:passwords.save', { count })}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}

function withOrWithout(
  set: ReadonlySet<string>,
  key: string,
  wanted: boolean,
): ReadonlySet<string> {
  const next = new Set(set);
  if (wanted) next.add(key);
  else next.delete(key);
  return next;
}
