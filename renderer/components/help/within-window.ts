import type { PopoverProps } from '@mantine/core';

/**
 * Of what opens beside its button and has the focus until it is closed: it is kept within the window. How high it can be is told its style sheet as
 * `--room`, and what has no room is scrolled to.
 */
export const withinWindow = {
  shadow: 'md',
  trapFocus: true,
  returnFocus: true,
  middlewares: {
    size: {
      padding: 12,
      apply: ({ availableHeight, elements }) => {
        elements.floating.style.setProperty('--room', `${availableHeight}px`);
      },
    },
  },
} as const satisfies PopoverProps;
