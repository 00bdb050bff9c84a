import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useApi, usePreferences } from '../../../api/context.ts';

/** Typing is not saved letter by letter. */
const pauseMs = 200;

/** The text of the filter: what is typed at once, and remembered when typing pauses. */
export function useFilterText(): readonly [string, (text: string) => void] {
  const { setPreferences } = useApi();
  const { boardText } = usePreferences();
  const [typed, setTyped] = useState(boardText);
  const remember = useDebouncedCallback(
    (text: string) => setPreferences({ boardText: text }),
    pauseMs,
  );
  // It is also changed elsewhere: by the first load of the preferences, and by "show all".
  useEffect(() => setTyped(boardText), [boardText]);
  const type = (text: string): void => {
    setTyped(text);
    remember(text);
  };
  return [typed, type];
}
