import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** In place of a view that threw. */
export function ViewFailed({ retry }: { retry: () => void }) {
  const { t } = useTranslation();
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
