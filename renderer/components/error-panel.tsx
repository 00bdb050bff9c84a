import { Alert, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
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
