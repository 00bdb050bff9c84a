import { Button, Group, Text, Title } from '@mantine/core';
import { Component, type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { wantedPart } from '../api/part.ts';
import { useStore } from '../api/store.ts';
import classes from './panel.module.css';

/** A titled part of a page. What breaks in it breaks nothing around it. */
export function Panel(props: {
  title: string;
  /** Right of the title. */
  aside?: ReactNode;
  description?: ReactNode;
  level?: 2 | 3;
  /** What `goToPart` calls it. */
  part?: string;
  children: ReactNode;
}) {
  const id = useId();
  const { part } = props;
  const section = useRef<HTMLElement>(null);
  const wanted = useStore(wantedPart);
  useEffect(() => {
    if (part === undefined || wanted !== part) return;
    wantedPart.set(null);
    section.current?.scrollIntoView();
    section.current?.focus({ preventScroll: true });
  }, [part, wanted]);
  return (
    <section
      ref={section}
      className={classes.panel}
      aria-labelledby={id}
      tabIndex={part === undefined ? undefined : -1}
    >
      <Group justify="space-between" align="center" gap="xs" mih={26} wrap="nowrap">
        <Title order={props.level ?? 2} className={classes.title} id={id}>
          {props.title}
        </Title>
        {props.aside}
      </Group>
      {props.description !== undefined && (
        <Text size="sm" c="dimmed" mt={2}>
          {props.description}
        </Text>
      )}
      <div className={classes.content}>
        <PanelBoundary>{props.children}</PanelBoundary>
      </div>
    </section>
  );
}

/** Keeps a fault of what it holds from the rest of the page, and offers to try again. */
class PanelBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return <PanelFailed onReload={() => this.setState({ failed: false })} />;
  }
}

function PanelFailed({ onReload }: { onReload: () => void }) {
  const { t } = useTranslation();
  return (
    <div role="alert">
      <Text fw={600} size="sm">
        {t('viewFailed.title')}
      </Text>
      <Text size="sm" c="dimmed" my="xs">
        {t('viewFailed.text')}
      </Text>
      <Button size="xs" variant="default" onClick={onReload}>
        {t('viewFailed.reload')}
      </Button>
    </div>
  );
}
