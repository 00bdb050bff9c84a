import type { Planned } from './plan.ts';

/** Code units of a plan's name, as `planNameSchema` has it. */
const longest = 80;

/**
 * What a plan is called that takes back another, unless somebody says otherwise. Since a plan is approved by its name, typed, a name that nobody
 * typed is the same for readers of all languages: said with the words of the command line.
 */
export function nameOfTakingBack(name: string): string {
  return shortened(`undo: ${name}`, longest);
}

/** What a plan is called that makes proxies again as is intended of them. */
export function nameOfBringingBack(planned: Planned): string {
  return shortened(`drift: ${said(planned)}`, longest);
}

function said(planned: Planned): string {
  if (planned.setting === 'bufferSize') return `buffer-size ${planned.bytes}`;
  return planned.next === null ? 'no-transformation' : `transformation ${planned.next}`;
}

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A text in one line of at most so many code units, with a sign where it was longer; no character is cut in two. */
export function shortened(text: string, most: number): string {
  const whole = text.trim();
  if (whole.length <= most) return whole;
  let kept = '';
  for (const { segment } of characters.segment(whole)) {
    if (kept.length + segment.length >= most) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
