// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { AppFacts } from '../../../renderer/views/settings/app-facts.tsx';
import type { AppInfo } from '../../../shared/model/app-info.ts';
import type { WebhookState } from '../../../shared/model/webhook.ts';
import { createFakeClient } from '../fake-client.ts';
import { renderWith, settled } from '../hooks.tsx';

const info = {
  version: '1.0.0',
  shell: 'desktop',
  dataDirectory: '/data',
  kernelSctp: { available: true },
} as AppInfo;

async function shown(url: string | null): Promise<string> {
  const client = createFakeClient();
  const state: WebhookState = { url, secret: 'here', waiting: 0, dropped: 0, last: null };
  client.call.mockResolvedValue(state);
  const { container } = renderWith({ client }, <AppFacts info={info} />);
  await settled();
  return container.textContent;
}

it('names the webhook among the other connections, with what is sent, where one is set', async () => {
  const text = await shown('https://hooks.example/alerts');
  expect(text).toContain('https://hooks.example/alerts');
  expect(text).toContain('the name of the proxy');
  expect(text).not.toContain('None');
});

it('says that there are none where no webhook is set', async () => {
  expect(await shown(null)).toContain('None, since no webhook is set.');
});
