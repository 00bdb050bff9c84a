import { setImmediate as turn } from 'node:timers/promises';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Association } from '../../../../../electron/transport/udp/stack/sctp-library.ts';
import { acknowledgeAtTurnEnd } from '../../../../../electron/transport/udp/stack/turn-end.ts';

/** Milliseconds that the sending of one packet takes here. */
const sendMs = 1;

let now = 0;
let sent: number[] = [];

beforeEach(() => {
  [now, sent] = [0, []];
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now);
  return () => clock.mockRestore();
});

/** As much of an association as the end of a turn looks at. */
function association(at: number, onSent: () => void = () => {}): Association {
  const send = (): boolean => {
    now += sendMs;
    sent.push(at);
    onSent();
    return true;
  };
  return { waitsForTurnEnd: false, owesSack: false, quickPath: { send } } as never;
}

it('leaves what would take long to the turns that follow, each in its order and once', async () => {
  const all = Array.from({ length: 100 }, (_, at) => association(at));
  for (const each of all) acknowledgeAtTurnEnd(each);
  // Those that wait already wait once.
  for (const each of all) acknowledgeAtTurnEnd(each);
  const ends: number[] = [];
  while (sent.length < all.length) {
    await turn();
    ends.push(sent.length);
  }
  expect(ends.length).toBeGreaterThan(3);
  expect(ends[0]).toBeLessThan(30);
  expect(sent).toEqual(all.map((_, at) => at));
  await turn();
  expect(sent).toHaveLength(all.length);
});

it('sends what comes meanwhile behind what waits', async () => {
  const late = association(1000);
  const all = Array.from({ length: 60 }, (_, at) =>
    association(at, at === 3 ? () => acknowledgeAtTurnEnd(late) : undefined),
  );
  for (const each of all) acknowledgeAtTurnEnd(each);
  while (sent.length < 61) await turn();
  expect(sent).toEqual([...all.map((_, at) => at), 1000]);
});

it('sends all of a few in one turn, however long each takes', async () => {
  const takesLong = (): void => {
    now += 5 * sendMs;
  };
  for (let at = 0; at < 10; at++) acknowledgeAtTurnEnd(association(at, takesLong));
  await turn();
  expect(sent).toHaveLength(10);
});
