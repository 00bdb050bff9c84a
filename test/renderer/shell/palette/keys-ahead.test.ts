import { expect, it } from 'vitest';
import {
  answerIn,
  type KeysAhead,
  noKeys,
  withKey,
} from '../../../../renderer/views/shell/palette/keys-ahead.ts';

const after = (...keys: readonly string[]): KeysAhead =>
  keys.reduce((before, key) => withKey(before, key) ?? before, noKeys);

it('keeps what is typed for the field, and what chooses for later, with all that comes after it', () => {
  expect(after('u', 'n', 'e', 'Backspace')).toEqual({ typed: 'un', pressed: [] });
  expect(after('u', 'ArrowDown', 'Enter', 'M', 'Backspace')).toEqual({
    typed: 'u',
    pressed: ['ArrowDown', 'Enter', 'M', 'Backspace'],
  });
});

it('has no use for other keys', () => {
  for (const key of ['Escape', 'Tab', 'Shift', 'F1', 'Dead'])
    expect(withKey(noKeys, key)).toBeNull();
});

it('reads the name that was typed at once for what an Enter asks', () => {
  expect(answerIn(['M', 'x', 'Backspace', 'a', 'Enter', 'z'])).toEqual({
    text: 'Ma',
    entered: true,
  });
  expect(answerIn(['M', 'ArrowDown', 'a'])).toEqual({ text: 'Ma', entered: false });
  expect(answerIn([])).toEqual({ text: '', entered: false });
});
