import { Code, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../../api/use-call.ts';
import { Callout } from '../../../components/callout.tsx';

/** How to try a proxy of the demo fleet from outside: where its mail goes through, and what it takes as a transformation. */
export function DemoNote({ id }: { id: string }) {
  const { t } = useTranslation();
  const proxy = useCall('demo.info', {}).value?.find(({ profileId }) => profileId === id);
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
