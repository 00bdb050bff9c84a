import { useMediaQuery } from '@mantine/hooks';
import { useCallback, useState } from 'react';

/** As the frame's breakpoint: below, the menu lies over the view or is away. */
const smallWindow = '(max-width: 47.99em)';

/** The menu of a small window. It goes with the choice that is made in it, so it is open on the path where it was opened only. */
export function useSmallMenu(path: string) {
  const [openedOn, setOpenedOn] = useState<string | null>(null);
  const small = useMediaQuery(smallWindow, false, { getInitialValueInEffect: false });
  const opened = openedOn === path;
  const close = useCallback(() => setOpenedOn(null), []);
  return {
    small,
    opened,
    /** Nothing of the view can be seen, so nothing of it may have the focus. */
    covers: opened && small,
    toggle: () => setOpenedOn(opened ? null : path),
    close,
  };
}
