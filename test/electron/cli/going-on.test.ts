import { expect, it } from 'vitest';
import { requireGoingOn, whileGoingOn } from '../../../electron/cli/going-on.ts';

it('lets a signal arrive between two pages, and ends with what means 130', async () => {
  const controller = new AbortController();
  await requireGoingOn(controller.signal);
  // As a signal of the system does, it comes in a turn of the event loop.
  setImmediate(() => controller.abort());
  await expect(requireGoingOn(controller.signal)).rejects.toMatchObject({ code: 'cancelled' });
});

it('ends at a pause of what is looked for, and answers what comes to an end', async () => {
  const controller = new AbortController();
  const endless = function* () {
    for (;;) yield;
  };
  setImmediate(() => controller.abort());
  await expect(whileGoingOn(endless(), controller.signal)).rejects.toMatchObject({
    code: 'cancelled',
    detail: { case: 'output' },
  });
  const short = function* () {
    yield;
    return 3;
  };
  expect(await whileGoingOn(short(), new AbortController().signal)).toBe(3);
});
