import { expect, it } from 'vitest';
import { toEnd } from '../../../../electron/base/steps.ts';
import { noon } from '../samples.ts';
import { hour, minute, setUp } from './history-rig.ts';

const day = { from: noon, to: noon + 24 * hour };

/** Upkeep at these minutes after noon. */
function upkept(...minutes: readonly number[]) {
  const { history } = setUp();
  for (const each of minutes) toEnd(history.maintain(noon + each * minute));
  return history;
}

it('a console runs from its first upkeep to its last, and not while there was none', () => {
  const history = upkept(0, 1, 2, 3, 60, 61);
  expect(history.runs(day)).toEqual([
    { from: noon, to: noon + 3 * minute },
    { from: noon + 60 * minute, to: noon + 61 * minute },
  ]);
});

it('two consoles on one data directory are one run, and a clock that is set back counts nothing twice', () => {
  const history = upkept(0, 1, 1.5, 2, 2.5, 3, 1, 2);
  expect(history.runs(day)).toEqual([{ from: noon, to: noon + 3 * minute }]);
});

it('is cut to what is asked for', () => {
  const history = upkept(0, 1, 2, 3);
  expect(history.runs({ from: noon + minute, to: noon + 2 * minute })).toEqual([
    { from: noon + minute, to: noon + 2 * minute },
  ]);
  expect(history.runs({ from: noon + hour, to: noon + 2 * hour })).toEqual([]);
});

it('is kept as long as days of the history are', () => {
  const year = 366 * 24 * 60;
  expect(upkept(0, 1, 9 * year).runs(day)).toEqual([{ from: noon, to: noon + minute }]);
  expect(upkept(0, 1, 11 * year).runs(day)).toEqual([]);
});
