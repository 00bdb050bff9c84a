import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsOld } from '../../api/context.ts';

/** In place of a view that threw. */
export function ViewFailed({ retry }: { retry: () => void }) {
  const { t } = useTranslation();
  const old = useIsOld();
  const wasOld = useRef(old);
  // It may have failed for want of the console: one that is back is another chance.
  useEffect(() => {
    if (wasOld.current && !old) retry();
    wasOld.current = old;
  }, [old, retry]);
  return (
    <Alert
      role="alert"
      color="red"
      variant="light"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('viewFailed.title')}
    >
      <Stack gap="xs" align="flex-start">
        <Text size="sm" c="var(--mantine-color-text)">
          {t('viewFailed.text')}
        </Text>
        <Button size="xs" variant="default" onClick={retry}>
          {t('viewFailed.reload')}
        </Button>
      </Stack>
    </Alert>
  );
}
