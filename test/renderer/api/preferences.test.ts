import { expect, it } from 'vitest';
import { CallError } from '../../../renderer/api/client.ts';
import { followPreferences } from '../../../renderer/api/preferences.ts';
import { usualPreferences } from '../../../shared/model/usual-preferences.ts';
import { createFakeClient } from '../fake-client.ts';

const refused = {
  code: 'not-allowed',
  message: '',
  detail: { case: 'role', wanted: 'administer', held: 'view' },
} as const;

function setUp() {
  const client = createFakeClient();
  client.call.mockImplementation(async (name: string) => {
    if (name === 'preferences.set') throw new CallError(refused);
    return usualPreferences;
  });
  const failures: unknown[] = [];
  const followed = followPreferences(client, (error) => failures.push(error.code));
  return { client, failures, ...followed };
}

it('keeps in the window what somebody chose of its looks who may only look, whatever the console tells later', async () => {
  const { client, failures, preferences, setPreferences } = setUp();
  setPreferences({ colorScheme: 'dark' });
  await expect.poll(() => client.call).toHaveBeenCalledTimes(2);
  client.publish('preferences.changed', { ...usualPreferences, language: 'es' });
  await expect
    .poll(() => {
      client.publish('preferences.changed', { ...usualPreferences, language: 'es' });
      return preferences.get().language;
    })
    .toBe('es');
  await expect.poll(() => preferences.get().colorScheme).toBe('dark');
  client.publish('preferences.changed', usualPreferences);
  expect(preferences.get().colorScheme).toBe('dark');
  expect(failures).toEqual([]);
});

it('takes back, and tells, what is of the console itself', async () => {
  const { failures, preferences, setPreferences } = setUp();
  setPreferences({ checkForUpdates: !usualPreferences.checkForUpdates, colorScheme: 'dark' });
  await expect.poll(() => failures).toEqual(['not-allowed']);
  await expect.poll(() => preferences.get().checkForUpdates).toBe(usualPreferences.checkForUpdates);
  expect(preferences.get().colorScheme).toBe(usualPreferences.colorScheme);
});
