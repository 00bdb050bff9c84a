import { Button, Center, Group, Loader, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsOld } from '../api/context.ts';
import type { Fetched } from '../api/fetched.ts';
import { ErrorPanel } from './error-panel.tsx';

/**
 * The four states of a view that shows something fetched, in their order: first load, error, empty, and shown; what is shown although the
 * last fetch failed has the error above it.
 */
export function ViewStates<T>(props: {
  loaded: Fetched<T>;
  isEmpty?: (value: T) => boolean;
  empty?: ReactNode;
  children: (value: T) => ReactNode;
}) {
  const { t } = useTranslation();
  const { value, error, reload } = props.loaded;
  const again = (
    <Button size="xs" variant="default" onClick={reload}>
      {t('tryAgain')}
    </Button>
  );
  if (value === null && error === null) return <Loading />;
  if (value === null && error !== null) return <ErrorPanel error={error}>{again}</ErrorPanel>;
  if (value === null) return null;
  if (props.isEmpty?.(value) === true && error === null) return props.empty ?? null;
  return (
    <>
      {error !== null && (
        <Stack mb="sm">
          <ErrorPanel error={error} tone="yellow">
            {again}
          </ErrorPanel>
        </Stack>
      )}
      {props.children(value)}
    </>
  );
}

/** While something is fetched for the first time; from a console that is away it cannot come yet, and is said to wait. */
export function Loading() {
  const { t } = useTranslation();
  const old = useIsOld();
  return (
    <Center py="xl" role="status">
      <Group gap="sm">
        {!old && <Loader size="sm" />}
        <Text size="sm" c="dimmed">
          {t(old ? 'lost.loading' : 'loading')}
        </Text>
      </Group>
    </Center>
  );
}

/** In place of a list that has nothing. */
export function Empty(props: { title: string; text?: string; children?: ReactNode }) {
  return (
    <Stack align="center" gap="xs" py="xl">
      <Text fw={600}>{props.title}</Text>
      {props.text !== undefined && (
        <Text size="sm" c="dimmed" ta="center" maw={460}>
          {props.text}
        </Text>
      )}
      {props.children}
    </Stack>
  );
}
