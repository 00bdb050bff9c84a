import { Group, Text } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';

/** How a state looks: its sign, and a colour that says nothing which the word beside it does not. */
export interface Look {
  readonly icon: Icon;
  readonly color: string;
}

/** A state by sign and word. */
export function SignLabel({ look, word }: { readonly look: Look; readonly word: string }) {
  const { icon: Sign, color } = look;
  return (
    <Group gap={5} wrap="nowrap" component="span">
      <Sign size={16} color={color} aria-hidden />
      <Text span size="sm">
        {word}
      </Text>
    </Group>
  );
}
