import { Text } from '@mantine/core';
import classes from './reason.module.css';

/** A reason as the console's core words it: English in every language, and marked as such for what reads it out. */
export function Reason({ text }: { text: string | null }) {
  if (text === null) return null;
  return (
    <Text size="xs" c="dimmed" mt={2} lang="en" component="span" className={classes.reason}>
      {text}
    </Text>
  );
}
