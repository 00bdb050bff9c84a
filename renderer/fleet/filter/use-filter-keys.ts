import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { onNextPicture } from '../../api/page.ts';
import { useSingleKeys } from '../../components/use-single-key.ts';

/**
 * The keys of the filter: `/` goes to it, Enter and the arrow down go on to the first proxy that fits, Escape clears it. `typed` is what
 * stands in it, `text` what the board is filtered by, which comes a moment later.
 */
export function useFilterKeys(parts: {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly typed: string;
  readonly text: string;
  readonly clear: () => void;
  /** Leads to the first proxy. */
  readonly leave: () => void;
  /** What Enter does instead, with what is typed. */
  readonly enter?: (() => void) | undefined;
}): (event: KeyboardEvent) => void {
  const { field, typed, text, clear, leave } = parts;
  const leaving = useRef(false);
  const latest = useRef(leave);
  latest.current = leave;
  useSingleKeys((key) => {
    if (key === '/') field.current?.focus();
    return key === '/';
  });
  useEffect(() => {
    if (!leaving.current || typed !== text) return;
    leaving.current = false;
    // The cards of this text are put in their places first.
    return onNextPicture(() => latest.current());
  }, [typed, text]);
  return (event) => {
    leaving.current = false;
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') clear();
    if (event.key === 'Enter' && parts.enter !== undefined) {
      event.preventDefault();
      parts.enter();
      return;
    }
    if (event.key !== 'Enter' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    if (typed === text) leave();
    else leaving.current = true;
  };
}
