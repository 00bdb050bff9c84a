import { describe, expect, it, vi } from 'vitest';
import {
  handOver,
  sendFile,
  takeHandedOver,
} from '../../../../renderer/views/profiles/importing/profile-file.ts';
import { longestPart } from '../../../../shared/ipc/calls/export.ts';
import { createFakeClient } from '../../fake-client.ts';

const token = '00000000-0000-4000-8000-000000000001';

/** A file that tells how much of it was read. */
function fileOf(text: string, size?: number) {
  const file = new File([text], 'profiles.json');
  if (size !== undefined) Object.defineProperty(file, 'size', { value: size });
  return { file, whole: vi.spyOn(file, 'text') };
}

function consoleThat() {
  const client = createFakeClient();
  client.call.mockImplementation(async (name: string) =>
    name === 'import.begin' ? { token } : null,
  );
  return client;
}

describe('a file that is handed to the console', () => {
  it('goes in parts, none longer than one may be, that are the whole of it', async () => {
    const client = consoleThat();
    const text = `{"a":"${'ñ'.repeat(longestPart)}"}`;
    const told: number[] = [];
    const sent = await sendFile(client, fileOf(text).file, (part) => told.push(part));
    expect(sent).toEqual({ token, name: 'profiles.json' });
    const inputs = client.call.mock.calls.map(([, input]) => input as { text?: string });
    expect(inputs[0]).toEqual({ length: text.length });
    const parts = inputs.slice(1).map(({ text: part = '' }) => part);
    expect(parts.join('')).toBe(text);
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(longestPart);
    expect(told.at(-1)).toBe(1);
  });

  it.each([
    ['hundred megabytes', '{}', 100 * 2 ** 20, 'long'],
    ['a picture', '\u0089PNG', undefined, 'other'],
    ['a table', 'host,port', undefined, 'other'],
    ['nothing', '', undefined, 'other'],
  ])('is refused before it is read whole where it is %s', async (_, text, size, reason) => {
    const client = consoleThat();
    const { file, whole } = fileOf(text, size);
    await expect(sendFile(client, file, () => undefined)).rejects.toMatchObject({
      value: { code: 'not-an-export', detail: { case: reason } },
    });
    expect(whole).not.toHaveBeenCalled();
    expect(client.call).not.toHaveBeenCalled();
  });

  it('may begin with a byte-order mark', async () => {
    const client = consoleThat();
    await sendFile(client, fileOf('\ufeff{}').file, () => undefined);
    expect(client.call).toHaveBeenCalledTimes(2);
  });

  it('is taken once where it was dropped on another page', () => {
    const { file } = fileOf('{}');
    handOver(file);
    expect(takeHandedOver()).toBe(file);
    expect(takeHandedOver()).toBeNull();
  });
});
