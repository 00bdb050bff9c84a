import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorValue } from '../../shared/errors.ts';
import { inOneLine } from '../../shared/texts/texts.ts';
import { useSpeaker } from '../format/use-speaker.ts';

/** What went wrong, what to do, and the buttons that do it. */
export function ErrorPanel(props: {
  error: ErrorValue;
  children?: ReactNode;
  tone?: 'red' | 'yellow';
}) {
  const text = useSpeaker().error(props.error);
  return (
    <Alert
      role="alert"
      variant="light"
      color={props.tone ?? 'red'}
      icon={<IconAlertTriangle aria-hidden />}
      title={text.title}
      data-code={props.error.code}
    >
      <Text size="sm" c="var(--mantine-color-text)">
        {inOneLine(text)}
      </Text>
      {props.children !== undefined && (
        <Group gap="xs" mt="xs">
          {props.children}
        </Group>
      )}
    </Alert>
  );
}

/** What could not be fetched anew, where what was fetched before is still shown; `reload` tries again. */
export function StaleError({ error, reload }: { error: ErrorValue; reload: () => void }) {
  const { t } = useTranslation();
  return (
    <ErrorPanel error={error} tone="yellow">
      <Button size="xs" variant="default" onClick={reload}>
        {t('tryAgain')}
      </Button>
    </ErrorPanel>
  );
}
