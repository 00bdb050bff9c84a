import { describe, expect, it } from 'vitest';
import { firstThatFits } from '../../../renderer/format/sentence.ts';

describe('the first sentence that fits', () => {
  const sentences = ['{{host}} at {{port}} is gone.', '{{ host }} is gone.', 'It is gone.'];

  it('is the one that says most of what is known', () => {
    expect(firstThatFits(sentences, { host: 'madrid', port: 9090 })).toBe(
      'madrid at 9090 is gone.',
    );
    expect(firstThatFits(sentences, { host: 'madrid' })).toBe('madrid is gone.');
    expect(firstThatFits(sentences, {})).toBe('It is gone.');
  });

  it('takes null for not known, and zero, false and the empty text for known', () => {
    expect(firstThatFits(['{{a}}', 'none'], { a: null })).toBe('none');
    expect(firstThatFits(['{{a}}', 'none'], { a: 0 })).toBe('0');
    expect(firstThatFits(['{{a}}', 'none'], { a: false })).toBe('false');
    expect(firstThatFits(['{{a}}', 'none'], { a: '' })).toBe('');
  });

  it('is empty where none fits', () => {
    expect(firstThatFits(['{{a}}'], {})).toBe('');
    expect(firstThatFits([], {})).toBe('');
  });

  it('does not fill in what a fact brings along', () => {
    expect(firstThatFits(['{{a}}'], { a: '{{b}}', b: 'secret' })).toBe('{{b}}');
    expect(firstThatFits(['{{a}}'], { a: '$&' })).toBe('$&');
  });
});
