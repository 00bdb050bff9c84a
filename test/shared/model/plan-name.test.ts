import { expect, it } from 'vitest';
import {
  approvalOf,
  isApproved,
  type Plan,
  planNameSchema,
  stepStates,
} from '../../../shared/model/plan.ts';
import { nameOfBringingBack, nameOfTakingBack } from '../../../shared/model/plan-name.ts';

const none = Object.fromEntries(stepStates.map((state) => [state, 0])) as Plan['counts'];

it.each([
  ['undo: Capitals', nameOfTakingBack('Capitals')],
  ['undo: undo: Capitals', nameOfTakingBack(nameOfTakingBack('Capitals'))],
  ['drift: buffer-size 65536', nameOfBringingBack({ setting: 'bufferSize', bytes: 65536 })],
  ['drift: no-transformation', nameOfBringingBack({ setting: 'transformation', next: null })],
  ['drift: transformation rev', nameOfBringingBack({ setting: 'transformation', next: 'rev' })],
])('is %s in every language', (expected, name) => {
  expect(name).toBe(expected);
});

// A family is one character of eleven code units; cut in two it would have what nobody sees at its end.
it.each(['x', '📬', '👨‍👩‍👧‍👦', 'e\u0301\u0323'])(
  'is a name that can be typed, however long: %s',
  (character) => {
    const named = planNameSchema.parse(character.repeat(Math.floor(80 / character.length)));
    for (const name of [
      nameOfTakingBack(named),
      nameOfTakingBack(nameOfTakingBack(named)),
      nameOfBringingBack({ setting: 'transformation', next: `printf ${'y'.repeat(248)}` }),
    ]) {
      expect(planNameSchema.parse(name)).toBe(name);
      const plan = { name, counts: { ...none, waiting: 12 } };
      expect(isApproved(plan, approvalOf(plan).replace('…', '...'))).toBe(true);
    }
  },
);
