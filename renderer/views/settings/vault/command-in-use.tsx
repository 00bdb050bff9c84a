import { Button, Code, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VaultCommand, VaultState } from '../../../../shared/model/vault.ts';
import { hiddenArgument } from '../../../../shared/model/vault.ts';
import { useApi } from '../../../api/context.ts';
import { Callout } from '../../../components/callout.tsx';
import { useAction } from '../../../components/use-action.tsx';
import { joinCommand } from './choose/command-text.ts';
import { ForgetQuestion } from './forget-question.tsx';
import classes from './vault.module.css';

/** The external command in use: what it runs, whether somebody agreed to that, and what rests meanwhile. */
export function CommandInUse(props: {
  vault: VaultState;
  command: VaultCommand;
  onEdit: () => void;
}) {
  const { vault, command } = props;
  const { t } = useTranslation();
  const { client } = useApi();
  const { busy, run } = useAction();
  const [forgetting, setForgetting] = useState(false);
  const { arguments: words } = command;
  const line =
    words[0] === hiddenArgument ? null : (
      <Code className={classes.command}>{joinCommand(words)}</Code>
    );
  return (
    <div className={classes.tools}>
      {vault.agreed ? (
        line
      ) : (
        <Callout tone="warning" title={t('vault:command.changed.title')}>
          <Text size="sm">{t('vault:command.changed.text')}</Text>
          {line}
          <Group gap="xs" mt="xs">
            <Button
              size="xs"
              loading={busy}
              onClick={() => run(() => client.call('vault.agreeCommand', { arguments: words }))}
            >
              {t('vault:command.changed.agree')}
            </Button>
          </Group>
        </Callout>
      )}
      <Text size="xs" c="dimmed">
        {t('vault:command.limit', { count: command.timeoutSeconds })}{' '}
        {command.cacheMinutes === 0
          ? t('vault:command.noCache')
          : t('vault:command.cached', { count: command.cacheMinutes })}
      </Text>
      <Button size="xs" variant="default" onClick={props.onEdit}>
        {t('vault:command.edit')}
      </Button>
      {vault.resting === 'passphrase' && (
        <>
          <Text size="xs" c="dimmed">
            {t('vault:command.resting')}
          </Text>
          <Button size="xs" variant="default" onClick={() => setForgetting(true)}>
            {t('vault:forget.open')}
          </Button>
        </>
      )}
      {forgetting && <ForgetQuestion onClose={() => setForgetting(false)} />}
    </div>
  );
}
