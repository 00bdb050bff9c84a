import { expect, it } from 'vitest';
import { exportEvents } from '../../../renderer/views/events/export-events.ts';
import type { ProxyEvent } from '../../../shared/model/event.ts';
import { createFakeClient } from '../fake-client.ts';

const event = (id: number, profileName = 'Madrid'): ProxyEvent => ({
  id,
  at: 1_700_000_000_000,
  profileId: '7b1c7f4e-0f0f-4f64-9d2d-3f5a2b6f1c11',
  profileName,
  kind: 'disconnected',
  detail: { code: 'reply-timeout' },
});

function clientOf(stored: readonly ProxyEvent[]) {
  const client = createFakeClient();
  client.call.mockImplementation((_: string, page: { limit: number; before?: number }) =>
    Promise.resolve(
      stored
        .filter(({ id }) => id < (page.before ?? Number.POSITIVE_INFINITY))
        .slice(0, page.limit),
    ),
  );
  return client;
}

const options = (format: 'csv' | 'json') => ({
  format,
  say: () => 'It did not answer',
  signal: new AbortController().signal,
  onProgress: () => {},
});

it('exports all that is wanted and not the page that is shown, and tells how far it is', async () => {
  const client = clientOf(Array.from({ length: 2500 }, (_, n) => event(2500 - n)));
  const told: number[] = [];
  const filter = { kinds: ['disconnected'] } as const;
  const file = await exportEvents(client, filter, {
    ...options('json'),
    onProgress: (done) => told.push(done),
  });
  const read = JSON.parse(await file.text()) as readonly ProxyEvent[];
  expect(read.map(({ id }) => id)).toEqual(Array.from({ length: 2500 }, (_, n) => 2500 - n));
  expect(told).toEqual([1000, 2000, 2500]);
  for (const [, input] of client.call.mock.calls) expect(input).toMatchObject(filter);
});

it('writes lines of CSV, in which no name is a formula', async () => {
  const file = await exportEvents(clientOf([event(2, '=1+1')]), {}, options('csv'));
  expect((await file.text()).split('\r\n')).toEqual([
    'id,at,severity,kind,profileName,profileId,text,detail',
    `2,2023-11-14T22:13:20.000Z,problem,disconnected,'=1+1,7b1c7f4e-0f0f-4f64-9d2d-3f5a2b6f1c11,It did not answer,"{""code"":""reply-timeout""}"`,
    '',
  ]);
});

it('writes an array also of none', async () => {
  const file = await exportEvents(clientOf([]), {}, options('json'));
  expect(JSON.parse(await file.text())).toEqual([]);
});

it('hands the signal of a cancel to each call', async () => {
  const client = clientOf([event(1)]);
  const { signal, ...others } = options('csv');
  await exportEvents(client, {}, { ...others, signal });
  expect(client.call.mock.calls[0]?.[2]).toBe(signal);
});
