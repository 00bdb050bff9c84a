// @vitest-environment happy-dom
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { act, cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { addressOf, choice, identifiers, text } from '../../../renderer/api/search-fields.ts';
import { parseSearch, stringifySearch } from '../../../renderer/api/search-text.ts';
import { type SaidBy, useViewState } from '../../../renderer/api/view-state.ts';

afterEach(cleanup);

const search = addressOf({
  text: text(20),
  state: choice(['all', 'ready', 'off']),
  ids: identifiers(5),
});
type State = SaidBy<typeof search>;

/** A view at an address; `remembered` stands for what a preference says, and is what was last remembered. */
async function open(address: string, remembered: Partial<State> = {}, remembers = true) {
  const root = createRootRoute();
  let drawn: ReturnType<typeof useViewState<typeof search>> | undefined;
  const remember = vi.fn((change: Partial<State>) => void Object.assign(remembered, change));
  const view = createRoute({
    getParentRoute: () => root,
    path: '/',
    validateSearch: search,
    component: () => {
      drawn = useViewState(search, {
        defaults: { ...remembered },
        remember: remembers ? remember : undefined,
      }) as typeof drawn;
      return null;
    },
  });
  const other = createRoute({ getParentRoute: () => root, path: '/other' });
  const history = createMemoryHistory({ initialEntries: [address] });
  const router = createRouter({
    routeTree: root.addChildren([view, other]),
    history,
    parseSearch,
    stringifySearch,
  });
  await act(async () => {
    render(<RouterProvider router={router as never} />);
    await router.load();
  });
  const settle = (task: () => void) =>
    act(async () => {
      task();
      await new Promise((resolve) => setTimeout(resolve, 5));
    });
  return {
    remember,
    state: () => drawn?.[0],
    set: (change: Partial<State>, options?: { replace?: boolean }) =>
      settle(() => drawn?.[1](change, options)),
    address: () => history.location.href,
    steps: () => history.length,
    back: () => settle(() => history.back()),
    forward: () => settle(() => history.forward()),
    goTo: (href: string) => settle(() => history.push(href)),
    settle,
    drawn: () => drawn,
  };
}

describe('the state of a view', () => {
  it('is what its address says, from the first picture on', async () => {
    const view = await open('/?state=ready&ids=a,b&text=mail+01');
    expect(view.state()).toEqual({ state: 'ready', ids: ['a', 'b'], text: 'mail 01' });
  });

  it('falls back, value by value, where the address is wrong', async () => {
    const view = await open('/?state=broken&ids=a&unknown=1&text=%', { state: 'off' });
    expect(view.state()).toEqual({ state: 'off', ids: ['a'], text: '%' });
  });

  it('is what was remembered where the address says nothing, and the address is left alone', async () => {
    const view = await open('/', { state: 'off', text: 'x' });
    expect(view.state()).toMatchObject({ state: 'off', text: 'x' });
    expect(view.address()).toBe('/');
  });

  it('is the cleared text of the address, not the remembered one', async () => {
    const view = await open('/?text=', { text: 'x' });
    expect(view.state()?.text).toBe('');
  });

  it('is written to the address and remembered with a change', async () => {
    const view = await open('/', { state: 'all' });
    await view.set({ state: 'ready' });
    expect(view.state()?.state).toBe('ready');
    expect(view.address()).toBe('/?state=ready');
    expect(view.remember).toHaveBeenCalledExactlyOnceWith({ state: 'ready' });
  });

  it('comes back with back and forward, although something else is remembered by then', async () => {
    const view = await open('/', { state: 'all', text: '' });
    await view.set({ state: 'ready' });
    await view.set({ state: 'off' });
    expect(view.steps()).toBe(3);
    await view.back();
    expect(view.state()?.state).toBe('ready');
    await view.back();
    expect(view.state()?.state).toBe('all');
    await view.forward();
    await view.forward();
    expect(view.state()?.state).toBe('off');
    expect(view.remember).toHaveBeenCalledTimes(2);
  });

  it('leaves unsaid what is as by default, where nothing is remembered', async () => {
    const view = await open('/', { state: 'all', text: '' }, false);
    await view.set({ ids: ['a'] });
    expect(view.address()).toBe('/?ids=a');
    expect(view.steps()).toBe(2);
    await view.set({ state: 'off' });
    await view.set({ state: 'all', ids: [] });
    expect(view.address()).toBe('/');
    await view.back();
    expect(view.state()).toMatchObject({ state: 'off', ids: ['a'] });
  });

  it('is no step of its own while somebody types', async () => {
    const view = await open('/');
    for (const typed of ['m', 'ma', 'mai']) await view.set({ text: typed }, { replace: true });
    expect(view.steps()).toBe(1);
    expect(view.address()).toBe('/?text=mai');
  });

  it('is there again when somebody comes back from another view', async () => {
    const view = await open('/');
    await view.set({ text: 'mail' }, { replace: true });
    await view.goTo('/other');
    await view.back();
    expect(view.state()?.text).toBe('mail');
  });

  it('takes two changes at once for both of them', async () => {
    const view = await open('/');
    await view.settle(() => {
      view.drawn()?.[1]({ state: 'off' });
      view.drawn()?.[1]({ ids: ['a'] }, { replace: true });
    });
    expect(view.state()).toMatchObject({ state: 'off', ids: ['a'] });
    expect(view.address()).toBe('/?state=off&ids=a');
  });

  it('loses a value that is taken away', async () => {
    const view = await open('/?state=off&ids=a');
    await view.set({ state: undefined, ids: [] });
    expect(view.address()).toBe('/');
  });
});
