import { Checkbox, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { Callout } from '../../../components/callout.tsx';
import classes from './folders.module.css';

/** Before a folder is saved: who would newly be sent its password, and where, and whether they are to be. */
export function Newcomers(props: {
  profiles: readonly ProfileEntry[];
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  const { profiles } = props;
  const { t } = useTranslation();
  const count = profiles.length;
  if (count === 0) return null;
  return (
    <Callout tone="warning" title={t('profiles:folders.newcomers.title', { count })}>
      <Stack gap="xs">
        <Text size="sm">{t('profiles:folders.newcomers.text')}</Text>
        <HeirList profiles={profiles} />
        <Checkbox
          size="sm"
          label={t('profiles:folders.newcomers.give')}
          checked={props.checked}
          onChange={({ currentTarget }) => props.onChange(currentTarget.checked)}
        />
      </Stack>
    </Callout>
  );
}

/** Who would newly be sent a password, and where. */
export function HeirList({ profiles }: { profiles: readonly ProfileEntry[] }) {
  const { t } = useTranslation();
  return (
    <section
      className={classes.newcomers}
      aria-label={t('profiles:folders.newcomers.list')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
      tabIndex={0}
    >
      <ul>
        {profiles.map(({ id, name, host }) => (
          <li key={id}>
            {name} <span className={classes.host}>{host}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
