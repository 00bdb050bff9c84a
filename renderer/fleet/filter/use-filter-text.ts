import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import type { ChangeView } from '../../api/view-state.ts';

/** An address is not changed letter by letter, and nor is the board searched so. */
const pauseMs = 200;

/** The text of a filter: what is typed at once, and the view's when typing pauses. */
export function useFilterText(
  text: string,
  onView: ChangeView<{ readonly text: string }>,
): readonly [string, (text: string) => void] {
  const [typed, setTyped] = useState(text);
  /** What the board has, and after it what was typed here that it will have: an address takes its time to be shown. */
  const given = useRef<readonly string[]>([text]);
  const give = useDebouncedCallback((next: string) => {
    given.current = [...given.current, next];
    onView({ text: next }, { replace: true });
  }, pauseMs);
  useEffect(() => {
    // What comes back of what was typed here must not undo what was typed since.
    const back = given.current.indexOf(text);
    given.current = [text, ...given.current.slice(back + 1)];
    if (back !== -1) return;
    // It is changed elsewhere: by back and forward, by the first load of the preferences, and by "show all".
    given.current = [text];
    give.cancel();
    setTyped(text);
  }, [text, give]);
  const type = (next: string): void => {
    setTyped(next);
    give(next);
  };
  return [typed, type];
}
