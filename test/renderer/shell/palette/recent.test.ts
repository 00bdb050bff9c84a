import { expect, it } from 'vitest';
import { withRecent } from '../../../../renderer/views/shell/palette/recent.ts';

it('remembers a few, each once, the newest first', () => {
  expect(withRecent([], 'a')).toEqual(['a']);
  expect(withRecent(['a', 'b'], 'b')).toEqual(['b', 'a']);
  expect(withRecent(['a', 'b', 'c', 'd', 'e', 'f'], 'g')).toEqual(['g', 'a', 'b', 'c', 'd', 'e']);
});
