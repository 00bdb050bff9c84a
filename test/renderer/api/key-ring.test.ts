import { describe, expect, it } from 'vitest';
import { type Channel, createKeyRing } from '../../../renderer/api/key-ring.ts';
import { keyItem } from '../../../shared/ipc/admission.ts';

/** Windows of one browser: what one says, all others hear. */
function setUp() {
  const channels: Channel[] = [];
  const delays: (() => void)[] = [];
  const open = (key?: string) => {
    const stored = new Map<string, string>(key === undefined ? [] : [[keyItem, key]]);
    const channel: Channel = {
      onmessage: null,
      postMessage: (data) => {
        for (const other of channels) if (other !== channel) other.onmessage?.({ data });
      },
    };
    channels.push(channel);
    const ring = createKeyRing({
      storage: {
        getItem: (name) => stored.get(name) ?? null,
        setItem: (name, value) => void stored.set(name, value),
        removeItem: (name) => void stored.delete(name),
      },
      channel,
      delay: (_, task) => delays.push(task),
    });
    return { ring, stored };
  };
  return { open, channels, timeIsUp: () => delays.splice(0).forEach((task) => void task()) };
}

describe('the key of a window', () => {
  it('is its own where it has one', async () => {
    const { open } = setUp();
    open('other');
    expect(await open('own').ring.find()).toBe('own');
  });

  it('comes from another window else, and is kept', async () => {
    const { open } = setUp();
    open('shared');
    open();
    const late = open();
    expect(await late.ring.find()).toBe('shared');
    expect(late.stored.get(keyItem)).toBe('shared');
  });

  it('is missing where no window has one', async () => {
    const { open, timeIsUp } = setUp();
    open();
    const found = open().ring.find();
    timeIsUp();
    expect(await found).toBeNull();
  });

  it('is given up when it is refused, and not taken again from a window that still has it', async () => {
    const { open, timeIsUp } = setUp();
    open('old');
    const { ring, stored } = open('old');
    ring.refused('old');
    expect(stored.size).toBe(0);
    const first = ring.find();
    timeIsUp();
    expect(await first).toBeNull();
    open('new');
    expect(await ring.find()).toBe('new');
  });

  it('is not lost with an older one that is refused later', async () => {
    const { open } = setUp();
    const { ring } = open('new');
    ring.refused('old');
    expect(await ring.find()).toBe('new');
  });

  it('is not moved by what is no word of a window', async () => {
    const { open, channels } = setUp();
    const { ring, stored } = open('own');
    for (const data of [
      null,
      7,
      { type: 'key' },
      { type: 'key', key: 7 },
      { type: 'key', key: 'x' },
    ])
      channels[0]?.onmessage?.({ data });
    expect(stored.get(keyItem)).toBe('own');
    expect(await ring.find()).toBe('own');
  });
});
