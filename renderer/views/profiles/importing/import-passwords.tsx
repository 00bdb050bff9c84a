import { Button, Group, PasswordInput, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../../shared/ipc/calls/export.ts';
import { useInfo } from '../../../api/profiles.ts';
import { ErrorPanel } from '../../../components/error-panel.tsx';
import { Panel } from '../../../components/panel.tsx';
import classes from './import.module.css';
import type { ImportControl } from './use-import.ts';

/** The passwords of a file: opened by its passphrase, or left out. They go to the vault, and never to this window. */
export function ImportPasswords(props: { control: ImportControl; preview: ImportPreview }) {
  const { control, preview } = props;
  const { t } = useTranslation();
  const vault = useInfo()?.vault;
  const [typed, setTyped] = useState('');
  const count = preview.rows.filter(({ hasPassword }) => hasPassword).length;
  const kept =
    vault && t(vault.persistent ? 'transfer:passwords.kept' : 'transfer:passwords.forgotten');
  const opening = control.work === 'opening';
  if (preview.passwords === 'unusable') {
    return preview.trouble && <ErrorPanel error={preview.trouble} tone="yellow" />;
  }
  const isSealed = preview.passwords === 'sealed';
  return (
    <Panel title={t('transfer:passwords.title')}>
      <div className={classes.passwords}>
        {isSealed && (
          <form
            className={classes.passphrase}
            onSubmit={(event) => {
              event.preventDefault();
              if (typed !== '') void control.read(typed);
            }}
          >
            <PasswordInput
              label={t('transfer:passwords.passphrase')}
              description={t('transfer:passwords.sealed')}
              value={typed}
              onChange={({ currentTarget }) => setTyped(currentTarget.value)}
              disabled={!control.withPasswords || opening}
              maxLength={1024}
              autoComplete="off"
              visibilityToggleButtonProps={{
                'aria-label': t('transfer:passwords.toggle'),
                tabIndex: 0,
              }}
            />
            <Button
              type="submit"
              variant="default"
              loading={opening}
              disabled={typed === '' || !control.withPasswords}
            >
              {t('transfer:passwords.open')}
            </Button>
          </form>
        )}
        <Text size="sm" role="status">
          {!isSealed && t('transfer:passwords.opened', { count })}
          {!isSealed && kept !== undefined && ` ${kept}`}
          {opening && t('transfer:passwords.deriving')}
        </Text>
        <Group>
          <Switch
            label={t('transfer:passwords.take')}
            checked={control.withPasswords}
            onChange={({ currentTarget }) => control.setWithPasswords(currentTarget.checked)}
          />
        </Group>
      </div>
    </Panel>
  );
}
