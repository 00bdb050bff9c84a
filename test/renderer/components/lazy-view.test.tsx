// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react';
import { Component, type ReactNode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Feed } from '../../../renderer/api/feed.ts';
import { createStore } from '../../../renderer/api/store.ts';
import { lazyView } from '../../../renderer/components/lazy-view.tsx';
import { ViewFailed } from '../../../renderer/views/shell/view-failed.tsx';
import { createFakeClient } from '../fake-client.ts';
import { renderWith, settled } from '../hooks.tsx';

afterEach(cleanup);

const Page = () => <p>the page</p>;

/** As the router keeps what fails within the view. */
class Boundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError = () => ({ failed: true });
  override render() {
    const retry = (): void => this.setState({ failed: false });
    return this.state.failed ? <ViewFailed retry={retry} /> : this.props.children;
  }
}

function show(fetch: () => Promise<typeof Page>) {
  const client = createFakeClient();
  const feed = createStore<Feed>({ kind: 'fed' });
  const View = lazyView(fetch);
  renderWith(
    { client, feed },
    <Boundary>
      <View />
    </Boundary>,
  );
  return { client, feed };
}

describe('a view that is fetched when it is shown', () => {
  it('says while the console is silent that it waits for it', async () => {
    const { feed } = show(() => new Promise(() => undefined));
    expect(screen.getByRole('status').textContent).toContain('Loading');
    act(() => feed.set({ kind: 'silent', since: 1 }));
    expect(screen.getByRole('status').textContent).toContain('Waiting for the console');
  });

  it('comes by itself once the console that was away is back', async () => {
    let there = false;
    const fetch = vi.fn(async () => {
      if (!there) throw new Error('nobody answers');
      return Page;
    });
    const client = createFakeClient();
    client.state.set('lost');
    const View = lazyView(fetch);
    renderWith({ client, feed: createStore<Feed>({ kind: 'fed' }) }, <View />);
    await settled();
    expect(screen.getByRole('status').textContent).toContain('Waiting for the console');
    there = true;
    act(() => client.state.set('open'));
    await settled();
    expect(screen.getByText('the page')).toBeDefined();
  });

  it('is tried again after a return, where it had failed before the console was known to be away', async () => {
    const silence = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    let there = false;
    const { client } = show(async () => {
      if (!there) throw new Error('nobody answers');
      return Page;
    });
    await settled();
    expect(screen.getByRole('alert').textContent).toContain('This view stopped working');
    act(() => client.state.set('lost'));
    there = true;
    act(() => client.state.set('open'));
    await settled();
    expect(screen.getByText('the page')).toBeDefined();
    silence.mockRestore();
  });

  it('is there at once where it was fetched ahead', async () => {
    const View = lazyView(async () => Page);
    await View.preload();
    renderWith({ client: createFakeClient(), feed: createStore<Feed>({ kind: 'fed' }) }, <View />);
    expect(screen.getByText('the page')).toBeDefined();
  });
});
