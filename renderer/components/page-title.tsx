import { Group, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { arrive } from '../api/places.ts';
import { describePage } from '../api/title.ts';
import classes from './page-title.module.css';

/** The heading of a page. Takes the focus when the page was changed to, so that keyboard and screen reader start there, unless the page was come back to. */
export function PageTitle(props: {
  title: string;
  description?: ReactNode;
  children?: ReactNode;
  beside?: ReactNode;
}) {
  const { i18n, t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  const { title } = props;
  useEffect(
    () => describePage(i18n.resolvedLanguage ?? 'en', `${title} · ${t('appName')}`),
    [title, i18n.resolvedLanguage, t],
  );
  useEffect(() => {
    if (heading.current !== null) arrive(heading.current);
  }, []);
  return (
    <Group justify="space-between" align="flex-start" mb="md" gap="sm">
      <div className={classes.words}>
        <Group gap="sm" align="center">
          <Title order={1} size="h3" tabIndex={-1} ref={heading}>
            {title}
          </Title>
          {props.beside}
        </Group>
        {props.description !== undefined && (
          <Text size="sm" c="dimmed" component="div" mt={2}>
            {props.description}
          </Text>
        )}
      </div>
      <Group gap="xs">{props.children}</Group>
    </Group>
  );
}
