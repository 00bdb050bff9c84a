import { useCallback, useEffect, useRef } from 'react';

/** Answers whether the view is still shown: what it began may end after it was left, and then leads nobody away from where they went. */
export function useThere(): () => boolean {
  const there = useRef(true);
  useEffect(() => {
    there.current = true;
    return () => {
      there.current = false;
    };
  }, []);
  return useCallback(() => there.current, []);
}
