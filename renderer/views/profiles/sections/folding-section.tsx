import { UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import classes from './sections.module.css';

/** A part of a form that folds. Folded it says in a line what it holds; its fields stay what they are. */
export function FoldingSection(props: {
  title: string;
  opened: boolean;
  onToggle: () => void;
  summary: ReactNode;
  children: ReactNode;
}) {
  const { opened } = props;
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={`${id}-title`}>
      <h2 className={classes.head}>
        <UnstyledButton
          className={classes.button}
          aria-expanded={opened}
          aria-controls={id}
          aria-describedby={opened ? undefined : `${id}-summary`}
          onClick={props.onToggle}
        >
          <IconChevronRight size={16} aria-hidden className={classes.sign} />
          <span id={`${id}-title`}>{props.title}</span>
        </UnstyledButton>
      </h2>
      {!opened && (
        <div id={`${id}-summary`} className={classes.summary}>
          {props.summary}
        </div>
      )}
      <div id={id} className={classes.content} hidden={!opened}>
        {props.children}
      </div>
    </section>
  );
}
