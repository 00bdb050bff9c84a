// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { ManagedPanel } from '../../../renderer/views/settings/managed-panel.tsx';
import type { ManagedState } from '../../../shared/model/managed.ts';
import type { Policy } from '../../../shared/model/policy.ts';
import { createFakeClient } from '../fake-client.ts';
import { renderWith, settled } from '../hooks.tsx';

async function shown(policy: Policy): Promise<ReadonlyMap<string, string>> {
  const client = createFakeClient();
  const managed: ManagedState = {
    by: 'Example Ltd',
    file: '/etc/managed.json',
    source: 'system',
    locked: [],
    policy,
  };
  client.call.mockImplementation(async (name: string) => (name === 'managed.state' ? managed : []));
  const { container } = renderWith({ client }, <ManagedPanel />);
  await settled();
  const values = [...container.querySelectorAll('dd')].map(({ textContent }) => textContent);
  return new Map(
    [...container.querySelectorAll('dt')].map(({ textContent }, n) => [
      textContent,
      values[n] ?? '',
    ]),
  );
}

it('says of each part of the policy what holds in its own words', async () => {
  const facts = await shown({
    tryHere: true,
    webhook: false,
    startAtLogin: true,
    updateFeed: 'https://updates.example/console',
  });
  expect(facts.get('Trying transformations on this machine')).toBe('If you allow it');
  expect(facts.get('Alerts to a webhook')).toBe('Never');
  expect(facts.get('Looking for updates')).toBe('If you choose so');
  expect(facts.get('Updates come from')).toBe('https://updates.example/console');
  expect(facts.get('Starting at login')).toBe('Always');
});

it('leaves to the user what nothing is ordained of', async () => {
  const facts = await shown({});
  expect(facts.get('Starting at login')).toBe('If you choose so');
  expect(facts.has('Updates come from')).toBe(false);
  expect((await shown({ startAtLogin: false })).get('Starting at login')).toBe('Never');
});
