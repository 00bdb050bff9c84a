import { useEffect, useState } from 'react';
import { isFullScreen, onFullScreen } from '../../../api/page.ts';

/** Whether the page has the whole screen. `onEnd` hears that it has not any more: the key for that, Escape, is the browser's own. */
export function useFullScreen(onEnd: () => void): boolean {
  const [full, setFull] = useState(isFullScreen);
  useEffect(
    () =>
      onFullScreen(() => {
        setFull(isFullScreen());
        if (!isFullScreen()) onEnd();
      }),
    [onEnd],
  );
  return full;
}
