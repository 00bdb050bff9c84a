import { Code, Group, Text } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/context.ts';
import { createLoaded, reloadOnReturn } from '../../api/loaded.ts';
import { useStore } from '../../api/store.ts';
import { Callout } from '../../components/callout.tsx';

/** How to try a proxy of the demo fleet from outside: where its mail goes through, and what it takes as a transformation. */
export function DemoNote({ id }: { id: string }) {
  const { client } = useApi();
  const { t } = useTranslation();
  const store = useMemo(() => createLoaded(() => client.call('demo.info', {})), [client]);
  useEffect(() => {
    void store.reload();
    return reloadOnReturn(client, store.reload);
  }, [client, store]);
  const proxy = useStore(store).value?.find(({ profileId }) => profileId === id);
  if (proxy === undefined) return null;
  return (
    <Callout tone="info" title={t('proxy:demo.title')}>
      <Text size="sm">
        {t('proxy:demo.mail')}
        <Code data-testid="demo-pop3">127.0.0.1:{proxy.pop3Port}</Code>
      </Text>
      <Text size="sm" mt={4}>
        {t('proxy:demo.transformations')}
      </Text>
      <Group gap={6} mt={4} component="ul" p={0} style={{ listStyle: 'none' }}>
        {proxy.transformations.map((command) => (
          <li key={command}>
            <Code>{command}</Code>
          </li>
        ))}
      </Group>
    </Callout>
  );
}
