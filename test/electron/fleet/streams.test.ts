import { describe, expect, it } from 'vitest';
import type { Transition } from '../../../electron/fleet/monitor.ts';
import { connected, createMemoryFleet, profileOf } from './memory-fleet.ts';

const one = profileOf(1);
const { id, name } = one;

describe('what the fleet tells', () => {
  it('is heard by all who listen, until they stop', async () => {
    const { monitor, clock, batches, events } = await connected();
    const heard: unknown[] = [];
    const stop = [monitor.samples.listen, monitor.events.listen].map((listen) =>
      listen((value) => heard.push(value)),
    );
    await clock.advance(3000);
    await monitor.disconnect(id);
    expect(heard).toContain(batches.at(-1));
    expect(heard).toContain(events.at(-1));
    for (const each of stop) each();
    heard.length = 0;
    monitor.connect(id);
    await clock.advance(3000);
    expect(heard).toEqual([]);
    expect(events.at(-1)).toMatchObject({ kind: 'connected' });
  });

  it('is each change of a proxy’s state, with both states and the time of it', async () => {
    const { monitor, clock, proxy } = createMemoryFleet();
    const transitions: Transition[] = [];
    monitor.transitions.listen((transition) => transitions.push(transition));
    proxy(id).running = false;
    monitor.setProfiles([one]);
    await clock.advance(0);
    const waiting = clock.wall();
    proxy(id).running = true;
    await clock.advance(3000);
    proxy(id).password = 'other';
    proxy(id).stop();
    proxy(id).running = true;
    await clock.advance(3000);
    await monitor.disconnect(id);
    expect(transitions.map(({ from, to }) => [from.kind, to.kind])).toEqual([
      ['off', 'connecting'],
      ['connecting', 'waiting'],
      ['waiting', 'connecting'],
      ['connecting', 'authenticating'],
      ['authenticating', 'ready'],
      ['ready', 'waiting'],
      ['waiting', 'connecting'],
      ['connecting', 'authenticating'],
      ['authenticating', 'needs-attention'],
      ['needs-attention', 'off'],
    ]);
    expect(transitions[1]).toMatchObject({
      id,
      name,
      at: waiting,
      to: { why: { code: 'refused' } },
    });
  });
});
