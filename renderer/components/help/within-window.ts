import type { PopoverProps } from '@mantine/core';

/** Keeps what opens within the window: how high it can be is told its style sheet as `--room`, and what has no room is scrolled to. */
export const withinWindow: NonNullable<PopoverProps['middlewares']> = {
  size: {
    padding: 12,
    apply: ({ availableHeight, elements }) => {
      elements.floating.style.setProperty('--room', `${availableHeight}px`);
    },
  },
};
