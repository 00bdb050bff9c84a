import { Button, NativeSelect, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorValue } from '../../../../../shared/errors.ts';
import type { VaultCommand } from '../../../../../shared/model/vault.ts';
import { errorOf } from '../../../../api/client.ts';
import { useApi } from '../../../../api/context.ts';
import { useProfiles } from '../../../../api/profiles.ts';
import { ErrorPanel } from '../../../../components/error-panel.tsx';
import classes from './choose.module.css';

type Try =
  | { readonly kind: 'none' | 'running' }
  | { readonly kind: 'came'; readonly name: string }
  | { readonly kind: 'failed'; readonly error: ErrorValue };

/** Runs the command once for a profile of the user's choice, and says whether a password came: never which. */
export function TryCommand({ command }: { command: VaultCommand | null }) {
  const { t } = useTranslation();
  const { client } = useApi();
  const profiles = (useProfiles().value ?? []).filter(({ demo }) => !demo);
  const [chosen, setChosen] = useState<string | null>(null);
  const [tried, setTried] = useState<Try>({ kind: 'none' });
  const profile = profiles.find(({ id }) => id === chosen) ?? profiles[0];
  if (profile === undefined) {
    return (
      <Text size="xs" c="dimmed">
        {t('vault:try.noProfile')}
      </Text>
    );
  }
  const run = async (): Promise<void> => {
    if (command === null) return;
    setTried({ kind: 'running' });
    try {
      await client.call('vault.tryCommand', { command, id: profile.id });
      setTried({ kind: 'came', name: profile.name });
    } catch (thrown) {
      setTried({ kind: 'failed', error: errorOf(thrown) });
    }
  };
  return (
    <div>
      <div className={classes.try}>
        <NativeSelect
          label={t('vault:try.label')}
          value={profile.id}
          onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          data={profiles.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Button
          variant="default"
          loading={tried.kind === 'running'}
          disabled={command === null}
          onClick={() => void run()}
        >
          {t('vault:try.run')}
        </Button>
        <div role="status">
          {tried.kind === 'came' && (
            <Text size="sm" c="var(--spcp-ready)" fw={600}>
              <IconCircleCheck size={16} aria-hidden /> {t('vault:try.came', { name: tried.name })}
            </Text>
          )}
        </div>
      </div>
      {tried.kind === 'failed' && <ErrorPanel error={tried.error} />}
    </div>
  );
}
