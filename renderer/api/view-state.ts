import { useRouter, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { AddressSchema, Field } from './search-fields.ts';

/** What the address of a view can say: an object of the fields of search-fields.ts. */
export type ViewSchema = AddressSchema<Readonly<Record<string, Field<unknown>>>>;

/** What it says. */
export type SaidBy<Schema extends { parse(raw: unknown): object }> = ReturnType<Schema['parse']>;

interface ChangeOptions {
  /** The change is no step of its own to go back over, as with typing. */
  readonly replace?: boolean;
}

/** Changes some of a view's state. Another address of the same view: nothing is scrolled, nothing loses the focus. */
export type ChangeView<State> = (change: Partial<State>, options?: ChangeOptions) => void;

/** Where a view has what its address does not say, and what it does with a change beyond the address. */
interface Beyond<State, Defaults> {
  readonly defaults: Defaults;
  /** Hears each change, for instance to remember it as the next default. */
  readonly remember?: (change: Partial<State>) => void;
}

/** The state with a value for each name that has a default. */
export type WithDefaults<State, Defaults> = Omit<State, keyof Defaults> &
  Required<{ readonly [Name in keyof State & keyof Defaults]: NonNullable<State[Name]> }>;

/**
 * The state of a view as its address says it, and what changes it. Back, forward, a second window and a link then show the same. The
 * schema is the one that the page has in pages.tsx; it, `defaults` and `remember` may be new in each render.
 *
 *     const [{ ids, picture }, setState] = useViewState(compareSearch, { defaults: { picture: 'overlay' } });
 *     setState({ picture: 'bars' });
 *     setState({ ids: [...ids, id] }, { replace: true });
 *
 * What is as by default is not said, unless changes are remembered: defaults may be others then by the time that somebody comes back. A
 * change then says all of the state, and so does the step that is left with it.
 */
export function useViewState<
  Schema extends { parse(raw: unknown): object },
  Defaults extends Partial<SaidBy<Schema>> = Record<never, never>,
>(
  schema: Schema,
  beyond?: Beyond<SaidBy<Schema>, Defaults>,
): readonly [
  WithDefaults<SaidBy<Schema>, Defaults>,
  ChangeView<WithDefaults<SaidBy<Schema>, Defaults>>,
] {
  type State = WithDefaults<SaidBy<Schema>, Defaults>;
  const router = useRouter();
  const said = useSearch({ strict: false });
  const inAddress = useMemo(() => schema.parse(said), [schema, said]);
  const state = withDefaults(inAddress, beyond?.defaults) as State;
  const latest = useRef(beyond);
  useEffect(() => {
    latest.current = beyond;
  });
  const change = useCallback<ChangeView<State>>(
    (wanted, { replace = false } = {}) => {
      // Not what was drawn last: of two changes at once the second builds on the first.
      const now = schema.parse(router.latestLocation.search);
      const { defaults = {}, remember } = latest.current ?? {};
      const before = withDefaults(now, defaults);
      // The fields are those of the schema, which is the route's; the router cannot know which of its routes that is.
      const go = (state: object, inPlace: boolean) => {
        const search = (remember === undefined ? beyondDefaults(state, defaults) : state) as never;
        void router.navigate({ to: '.', search, replace: inPlace, state: true });
      };
      if (remember !== undefined && !replace) {
        go(before, true);
        // Both within one turn would become one step.
        router.history.flush();
      }
      go({ ...before, ...wanted }, replace);
      remember?.(wanted as Partial<SaidBy<Schema>>);
    },
    [router, schema],
  );
  return [state, change];
}

/** What is said, else the default. */
function withDefaults(said: object, defaults: object | undefined): object {
  const given = Object.entries(said).filter(([, value]) => value !== undefined);
  return { ...defaults, ...Object.fromEntries(given) };
}

/** What is not as by default. */
function beyondDefaults(state: object, defaults: object): object {
  const usual = new Map(Object.entries(defaults));
  return Object.fromEntries(
    Object.entries(state).filter(([name, value]) => usual.get(name) !== value),
  );
}
