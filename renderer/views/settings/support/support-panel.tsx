import { Button, Code, Group, ScrollArea, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../api/context.ts';
import { copyText } from '../../../api/page.ts';
import { saveFile } from '../../../api/save-file.ts';
import { Panel } from '../../../components/panel.tsx';
import { useAction } from '../../../components/use-action.tsx';

type Copied = 'yes' | 'no' | null;

/** What whoever mends the app asks for: read here first, then copied or saved by the user. Nothing is sent. */
export function SupportPanel() {
  const { t } = useTranslation();
  const { client } = useApi();
  const { busy, run } = useAction();
  const [named, setNamed] = useState(false);
  const [text, setText] = useState<string | null>(null);
  const [copied, setCopied] = useState<Copied>(null);
  const gather = (withNames: boolean): void =>
    run(async () => {
      setCopied(null);
      setText((await client.call('support.diagnostics', { named: withNames })).text);
    });
  return (
    <Panel title={t('settings:support.title')}>
      <Text size="sm" c="dimmed" mb="xs">
        {t('settings:support.about')}
      </Text>
      <Switch
        checked={named}
        label={t('settings:support.named')}
        description={t('settings:support.namedText')}
        onChange={({ currentTarget }) => {
          setNamed(currentTarget.checked);
          if (text !== null) gather(currentTarget.checked);
        }}
      />
      <Group mt="sm" gap="xs">
        <Button size="xs" variant="default" loading={busy} onClick={() => gather(named)}>
          {t(text === null ? 'settings:support.show' : 'settings:support.again')}
        </Button>
        {text !== null && (
          <>
            <Button
              size="xs"
              disabled={busy}
              onClick={() => run(async () => setCopied((await copyText(text)) ? 'yes' : 'no'))}
            >
              {t('settings:support.copy')}
            </Button>
            <Button
              size="xs"
              variant="default"
              disabled={busy}
              onClick={() => saveFile('spcp-console-diagnostics.txt', new Blob([text]))}
            >
              {t('settings:support.save')}
            </Button>
          </>
        )}
        <Text size="sm" role="status">
          {copied !== null && t(`settings:support.${copied === 'yes' ? 'copied' : 'notCopied'}`)}
        </Text>
      </Group>
      {text !== null && (
        <ScrollArea.Autosize
          mah={320}
          mt="sm"
          viewportProps={{
            tabIndex: 0,
            role: 'region',
            'aria-label': t('settings:support.preview'),
          }}
        >
          <Code block lang="en">
            {text}
          </Code>
        </ScrollArea.Autosize>
      )}
    </Panel>
  );
}
