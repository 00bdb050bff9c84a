import { Button, Group, Progress, Text } from '@mantine/core';

/** Work that is under way: how far (0 to 1), in words, and how to end it. */
export function UnderWay(props: {
  part: number;
  label: string;
  cancel: string;
  onCancel: () => void;
}) {
  return (
    <Group gap="sm" mb="sm">
      <Progress value={100 * Math.min(1, props.part)} aria-label={props.label} w={200} />
      <Text size="xs" c="dimmed">
        {props.label}
      </Text>
      <Button size="compact-xs" variant="default" onClick={props.onCancel}>
        {props.cancel}
      </Button>
    </Group>
  );
}
