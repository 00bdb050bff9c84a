import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isSameName } from '../../../../shared/model/name.ts';
import classes from './palette.module.css';

/** Asks for the name of a proxy, where its class wants it, before it is changed. */
export function ConfirmName(props: {
  /** The command, in its own words. */
  what: string;
  name: string;
  onConfirm: (typed: string) => void;
  onBack: () => void;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const matches = isSameName(typed, props.name);
  return (
    <form
      className={classes.confirm}
      onSubmit={(event) => {
        event.preventDefault();
        if (matches) props.onConfirm(typed);
      }}
    >
      <TextInput
        label={t('changes:confirm.label', { name: props.name })}
        description={props.what}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        autoComplete="off"
        spellCheck={false}
        autoFocus
      />
      <Group justify="flex-end" gap="xs" mt="sm">
        <Button size="xs" variant="default" onClick={props.onBack}>
          {t('palette.back')}
        </Button>
        <Button size="xs" type="submit" color="red" disabled={!matches}>
          {t('changes:confirm.submit')}
        </Button>
      </Group>
    </form>
  );
}
