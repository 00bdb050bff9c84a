import { describe, expect, it } from 'vitest';
import { createChangeQueue } from '../../../electron/alerts/change-queue.ts';
import { createManualClock } from '../../support/manual-clock.ts';

function setUp() {
  const clock = createManualClock();
  const lots: string[][] = [];
  const queue = createChangeQueue<string>({
    clock,
    subjectOf: (change) => change.slice(1),
    apply: (changes) => lots.push([...changes]),
  });
  const sizes = () => lots.map(({ length }) => length);
  return { clock, queue, lots, sizes };
}

describe('changes of alerts', () => {
  it('are done where they come up while they are few, in one lot', () => {
    const { queue, lots } = setUp();
    queue.push('+1');
    queue.push('+2');
    queue.settle();
    expect(lots).toEqual([['+1', '+2']]);
  });

  it('are done in bounded lots with a pause between where they are thousands, in their order, none twice', async () => {
    const { queue, lots, sizes, clock } = setUp();
    const many = Array.from({ length: 2000 }, (_, i) => `+${i}`);
    for (const each of many) queue.push(each);
    queue.settle();
    expect(sizes()).toEqual([20]);
    await clock.advance(1000);
    expect(Math.max(...sizes())).toBeLessThanOrEqual(60);
    expect(lots.flat()).toEqual(many);
  });

  it('are few each time also where each comes up alone', async () => {
    const { queue, lots, clock } = setUp();
    for (let i = 0; i < 500; i++) {
      queue.push(`+${i}`);
      queue.settle();
    }
    await clock.advance(1000);
    expect(lots.length).toBeLessThan(40);
    expect(lots.flat()).toHaveLength(500);
  });

  it('about the same are never in one lot', () => {
    const { queue, lots } = setUp();
    for (const change of ['+1', '+2', '-1', '+1']) queue.push(change);
    queue.settle();
    expect(lots).toEqual([['+1', '+2'], ['-1'], ['+1']]);
  });

  it('are all done at the end', () => {
    const { queue, lots } = setUp();
    for (let i = 0; i < 300; i++) queue.push(`+${i}`);
    queue.drain();
    expect(lots.flat()).toHaveLength(300);
  });
});
