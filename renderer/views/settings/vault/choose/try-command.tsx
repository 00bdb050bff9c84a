import { Autocomplete, Button, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorValue } from '../../../../../shared/errors.ts';
import { isSameName } from '../../../../../shared/model/name.ts';
import type { VaultCommand } from '../../../../../shared/model/vault.ts';
import { errorOf } from '../../../../api/client.ts';
import { useApi } from '../../../../api/context.ts';
import { useProfiles } from '../../../../api/profiles.ts';
import { ErrorPanel } from '../../../../components/error-panel.tsx';
import classes from './choose.module.css';

/** So many names are shown of those that are searched for. */
const mostShown = 50;

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
  // Names are the user's own and managed ones', each of which is another.
  const names = [...new Set(profiles.map(({ name }) => name))];
  const [tried, setTried] = useState<Try>({ kind: 'none' });
  const profile =
    chosen === null ? profiles[0] : profiles.find(({ name }) => isSameName(name, chosen));
  if (profiles.length === 0) {
    return (
      <Text size="xs" c="dimmed">
        {t('vault:try.noProfile')}
      </Text>
    );
  }
  const run = async (): Promise<void> => {
    if (command === null || profile === undefined) return;
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
        <Autocomplete
          label={t('vault:try.label')}
          data={names}
          limit={mostShown}
          comboboxProps={{ withinPortal: false }}
          value={chosen ?? profiles[0]?.name ?? ''}
          onChange={setChosen}
          error={profile === undefined && t('vault:try.nobody')}
          maxLength={80}
        />
        <Button
          variant="default"
          loading={tried.kind === 'running'}
          disabled={command === null || profile === undefined}
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
