import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { Callout } from '../../../components/callout.tsx';
import { PasswordField } from '../../../components/password-field.tsx';

/** So many are named. */
const named = 5;

/** Before a folder is saved that leads elsewhere: whose passwords would be asked for again, and a field to enter one for all of them now. */
export function Stranded(props: {
  profiles: readonly ProfileEntry[];
  value: string;
  onChange: (password: string) => void;
}) {
  const { profiles } = props;
  const { t } = useTranslation();
  const count = profiles.length;
  const names = profiles.slice(0, named).map(({ name }) => name);
  const more = count > named ? ', …' : '';
  return (
    <div role="status">
      {count > 0 && (
        <Callout tone="warning" title={t('profiles:folders.stranded.title', { count })}>
          <Stack gap="xs">
            <Text size="sm">
              {t('profiles:folders.stranded.text', { names: names.join(', ') + more })}
            </Text>
            <PasswordField
              label={t('profiles:folders.stranded.label', { count })}
              value={props.value}
              onChange={({ currentTarget }) => props.onChange(currentTarget.value)}
              size="sm"
            />
          </Stack>
        </Callout>
      )}
    </div>
  );
}
