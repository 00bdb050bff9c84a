import {
  type ComponentType,
  createElement,
  type LazyExoticComponent,
  lazy,
  useEffect,
  useState,
} from 'react';
import { useIsOld } from '../api/context.ts';
import { textsOfPages } from '../i18n.ts';
import { Loading } from './view-states.tsx';

/** A view whose code is fetched when it is shown first, or ahead. */
export interface LazyView<Props> {
  (props: Props): React.ReactNode;
  /** Fetches the code. Never rejects: where it does not come, the view says so when it is shown, and asks again. */
  preload(): Promise<void>;
}

/**
 * Makes a view of code that is fetched. While the console is away it says that it waits, and it comes by itself once the console is back; what
 * fails although the console is there is thrown to the boundary around the view, and fetched again when the view is shown anew. `waiting`
 * stands in its place meanwhile.
 */
export function lazyView<Props extends object>(
  fetch: () => Promise<ComponentType<Props>>,
  waiting: React.ReactNode = <Loading />,
): LazyView<Props> {
  let known: ComponentType<Props> | null = null;
  let fetching: Promise<ComponentType<Props>> | null = null;
  const get = (): Promise<ComponentType<Props>> => {
    fetching ??= withTexts(fetch)
      .then((view) => {
        known = view;
        return view;
      })
      .finally(() => {
        fetching = null;
      });
    return fetching;
  };
  function View(props: Props) {
    const old = useIsOld();
    const [view, setView] = useState<ComponentType<Props> | null>(() => known);
    const [failure, setFailure] = useState<{ readonly error: unknown; readonly old: boolean }>();
    // A console that went, or is back, is asked again.
    useEffect(() => {
      if (view !== null) return;
      let left = false;
      get().then(
        (next) => !left && setView(() => next),
        (error: unknown) => !left && setFailure({ error, old }),
      );
      return () => {
        left = true;
      };
    }, [view, old]);
    if (view !== null) return createElement(view, props);
    if (failure !== undefined && !failure.old && !old) throw failure.error;
    return waiting;
  }
  return Object.assign(View, {
    preload: async () => {
      try {
        await get();
      } catch (error) {
        console.warn('a view could not be fetched ahead', error);
      }
    },
  });
}

/** React's `lazy`, for what has the texts of pages. */
export function lazyPart<Props>(
  fetch: () => Promise<{ readonly default: ComponentType<Props> }>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(() => withTexts(fetch));
}

/** Code that is fetched says what the first picture of the window does not. */
async function withTexts<T>(fetch: () => Promise<T>): Promise<T> {
  const [fetched] = await Promise.all([fetch(), textsOfPages()]);
  return fetched;
}
