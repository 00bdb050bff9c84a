import { expect, it } from 'vitest';
import { choiceAfterKey } from '../../../../renderer/views/shell/palette/choice.ts';

it('moves the choice with the arrows, around the ends, and by pages to them', () => {
  expect(choiceAfterKey('ArrowDown', -1, 20)).toBe(0);
  expect(choiceAfterKey('ArrowDown', 19, 20)).toBe(0);
  expect(choiceAfterKey('ArrowUp', -1, 20)).toBe(19);
  expect(choiceAfterKey('ArrowUp', 1, 20)).toBe(0);
  expect(choiceAfterKey('PageDown', 15, 20)).toBe(19);
  expect(choiceAfterKey('PageUp', 3, 20)).toBe(0);
});

it('leaves other keys, and an empty list, alone', () => {
  expect(choiceAfterKey('a', 0, 20)).toBeNull();
  expect(choiceAfterKey('ArrowDown', -1, 0)).toBeNull();
});
