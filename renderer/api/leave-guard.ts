import { useEffect } from 'react';

/** What the browser's navigation events are needed for. Not every browser has them. */
interface NavigationLike {
  addEventListener(type: 'navigate', listener: (event: NavigateEventLike) => void): void;
  removeEventListener(type: 'navigate', listener: (event: NavigateEventLike) => void): void;
}

interface NavigateEventLike {
  readonly cancelable: boolean;
  readonly destination: { readonly url: string };
  preventDefault(): void;
}

/** What is left by another address: also by another view of the same page, or by another page alone, where what was typed outlives the view. */
export type LeaveGuarded = 'view' | 'page';

/**
 * While `active`, keeps the page where it is: `onAttempt` hears the path that the user wanted, and the browser asks before the window is
 * closed or reloaded. `onAttempt` must keep its identity.
 */
export function useLeaveGuard(
  active: boolean,
  onAttempt: (path: string) => void,
  within: LeaveGuarded = 'view',
): void {
  useEffect(() => {
    if (!active) return;
    const here = window.location.href;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    const stop = guardPath(here, within, onAttempt);
    return () => {
      window.removeEventListener('beforeunload', ask);
      stop();
    };
  }, [active, onAttempt, within]);
}

function guardPath(
  here: string,
  within: LeaveGuarded,
  onAttempt: (path: string) => void,
): () => void {
  const isHere = (wanted: string): boolean => {
    const path = pathIn(here);
    if (within === 'view' || path === null) return wanted === path;
    return pageOf(wanted) === pageOf(path);
  };
  const { navigation } = window as { navigation?: NavigationLike };
  if (navigation !== undefined) {
    const keep = (event: NavigateEventLike): void => {
      const wanted = pathIn(event.destination.url);
      if (!event.cancelable || wanted === null || isHere(wanted)) return;
      event.preventDefault();
      onAttempt(wanted);
    };
    navigation.addEventListener('navigate', keep);
    return () => navigation.removeEventListener('navigate', keep);
  }
  // The address has changed already: it is put back before the router hears of it.
  const putBack = (event: PopStateEvent): void => {
    const wanted = pathIn(window.location.href);
    if (wanted === null || isHere(wanted)) return;
    event.stopImmediatePropagation();
    window.history.pushState(null, '', here);
    onAttempt(wanted);
  };
  window.addEventListener('popstate', putBack, { capture: true });
  return () => window.removeEventListener('popstate', putBack, { capture: true });
}

/** The path of an address of this window, null of any other. */
function pathIn(address: string): string | null {
  const url = new URL(address);
  if (url.origin !== window.location.origin || url.pathname !== window.location.pathname)
    return null;
  return url.hash.slice(1) || '/';
}

/** A path without what it says of the view. */
function pageOf(path: string): string {
  return path.split('?', 1)[0] ?? path;
}
