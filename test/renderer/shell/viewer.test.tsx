// @vitest-environment happy-dom
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router';
import { fireEvent } from '@testing-library/react';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { CallError } from '../../../renderer/api/client.ts';
import { createConsoleApi } from '../../../renderer/api/console-api.ts';
import { callQuery } from '../../../renderer/api/queries.ts';
import { AskerProvider } from '../../../renderer/components/may/asker-provider.tsx';
import { createPageRouter } from '../../../renderer/pages.tsx';
import { paths } from '../../../renderer/routes.ts';
import { Banners } from '../../../renderer/views/shell/banners/banners.tsx';
import { isAnsweredHere } from '../../../shared/ipc/answered-here.ts';
import { type CallName, calls } from '../../../shared/ipc/contract.ts';
import { mayDo, type Role } from '../../../shared/model/roles.ts';
import { usualPreferences } from '../../../shared/model/usual-preferences.ts';
import { sampleId, sampleOf } from '../../support/contract-sample.ts';
import { someErrorValue } from '../../support/facts.ts';
import { createFakeClient } from '../fake-client.ts';
import { renderWith, settled } from '../hooks.tsx';
import { snapshotOf } from '../snapshots.ts';

/** What is chosen of a window's looks holds for the window where the console does not take it. */
const heldByWindow: ReadonlySet<string> = new Set(['preferences.set']);

/** A console of which somebody has this role, though it may have said another, and where there is one of everything. What wants more is refused, and noted. */
function consoleFor(role: Role, said: Role) {
  const client = createFakeClient();
  const refused: string[] = [];
  client.call.mockImplementation(async (name: CallName) => {
    if (!isAnsweredHere(name) && !mayDo(role, calls[name].role)) {
      if (!heldByWindow.has(name)) refused.push(name);
      throw new CallError(someErrorValue('not-allowed'));
    }
    if (name === 'app.whoAmI')
      return { user: 'ana', remote: null, role: said, console: { user: 'spcp', machine: 'jump' } };
    if (name === 'preferences.get') return usualPreferences;
    return sampleOf(calls[name].output);
  });
  return { client, api: createConsoleApi(client), refused };
}

const acting = 'button, input, select, textarea, summary, [role="menuitem"], [role="option"]';

const isOn = (control: Element): boolean =>
  control.closest('[data-refused], [aria-disabled="true"], fieldset:disabled, :disabled') === null;

const nameOf = (control: Element): string =>
  [control.tagName, control.getAttribute('aria-label'), control.id && '', control.textContent]
    .concat(control.getAttribute('name'), control.getAttribute('value'))
    .join(' ');

/** What is shown once nothing changes it any more. */
async function atRest(): Promise<void> {
  for (let before = ''; before !== document.body.innerHTML; ) {
    before = document.body.innerHTML;
    await settled();
  }
}

/** Presses everything that is on, what a press brings along too, newest first; answers how much, and how much was off. */
async function pressAll(reopen: () => Promise<void>, isElsewhere: () => boolean) {
  const pressed = new Set<string>();
  for (;;) {
    const all = [...document.body.querySelectorAll(acting)];
    const next = all.findLast((control) => isOn(control) && !pressed.has(nameOf(control)));
    if (next === undefined) return pressed;
    pressed.add(nameOf(next));
    if (next.matches('select, textarea, input:not([type="checkbox"], [type="radio"])')) continue;
    fireEvent.click(next);
    await settled();
    if (isElsewhere()) await reopen();
  }
}

async function visit(path: string, role: Role, said = role) {
  const { client, api, refused } = consoleFor(role, said);
  // A window asks who sits at it before its code is there.
  await api.queries.prefetchQuery(callQuery(client, 'app.whoAmI', {}));
  let shown: ReturnType<typeof renderWith> | null = null;
  let router = createPageRouter(createMemoryHistory({ initialEntries: [path] }));
  const open = async (): Promise<void> => {
    shown?.unmount();
    router = createPageRouter(createMemoryHistory({ initialEntries: [path] }));
    await router.load();
    shown = renderWith(
      api,
      <AskerProvider>
        <Banners />
        <RouterProvider router={router} />
      </AskerProvider>,
    );
    client.publish('fleet.frames', {
      at: Date.now(),
      full: true,
      proxies: [snapshotOf(sampleId, 'ready', {})],
      points: [],
      readings: null,
      removed: [],
    });
    await atRest();
  };
  onTestFinished(() => shown?.unmount());
  const at = (): string => router.state.location.pathname;
  await open();
  return { refused, open, isElsewhere: () => at() !== path, api };
}

// The field that grows with its text asks it when fonts are there.
Object.defineProperty(document, 'fonts', { value: new EventTarget(), configurable: true });

// Other windows, and this one anew, are the browser's.
beforeEach(() => {
  vi.spyOn(window, 'open').mockReturnValue(null);
  vi.spyOn(window.location, 'assign').mockReturnValue(undefined);
});

/** All pages that are there without one that is named. */
const pages = Object.values(paths).filter((path) => typeof path === 'string');

describe('who may only look', () => {
  it.each(pages)('finds nothing at %s that is on and leads to a refusal', async (path) => {
    const { refused, open, isElsewhere, api } = await visit(path, 'view');
    expect(refused, 'asked to show it').toEqual([]);
    const pressed = await pressAll(open, isElsewhere);
    expect(refused, [...pressed].join('\n')).toEqual([]);
    expect(api.failure.get()).toBeNull();
  });

  it.each([
    [paths.alerts, 'alerts.webhook'],
    [paths.restore, 'copies.list'],
    [paths.settings, 'metrics.state'],
  ])('is refused at %s what is on for others: %s', async (path, call) => {
    const { refused, open, isElsewhere } = await visit(path, 'view', 'administer');
    await pressAll(open, isElsewhere);
    expect(refused).toContain(call);
  });
});
