import { passphraseLength } from '../../../../../shared/model/vault.ts';

/** How hard a passphrase is to guess; below `fair` it is refused. */
export const strengths = ['short', 'weak', 'fair', 'strong'] as const;
export type Strength = (typeof strengths)[number];

/** Bits by the estimate of NIST SP 800-63-1, appendix A, for what people choose. */
const least = { fair: 24, strong: 36 } as const;

/** What everybody tries first counts as a single character. */
const common =
  /pass(?:word|phrase|wort)|contrase(?:ñ|n)a|clave|secret[oa]?|qwert[yz]u?i?o?p?|asdf(?:ghjkl)?|admin|welcome|letmein|spcp|console/gi;

export function strengthOf(passphrase: string): Strength {
  if ([...passphrase].length < passphraseLength.least) return 'short';
  const bits = bitsOf(passphrase);
  if (bits < least.fair) return 'weak';
  return bits < least.strong ? 'fair' : 'strong';
}

function bitsOf(passphrase: string): number {
  const told = withoutRuns([...passphrase.replace(common, '#')]);
  let bits = 0;
  for (let at = 0; at < told; at++) bits += at === 0 ? 4 : at < 8 ? 2 : at < 20 ? 1.5 : 1;
  const mixed = /\p{Lu}/u.test(passphrase) && /[^\p{L}\s]/u.test(passphrase);
  return mixed && told > 4 ? bits + 6 : bits;
}

/** How many characters say anything: of a run such as `aaa`, `1234` or `cba`, and of a part that is said again, only the first does. */
function withoutRuns(characters: readonly string[]): number {
  const codes = characters.map((character) => character.toLowerCase().codePointAt(0) ?? 0);
  const text = characters.join('').toLowerCase();
  let count = 0;
  for (let at = 0; at < codes.length; at++) {
    const step = (codes[at] ?? 0) - (codes[at - 1] ?? Number.NaN);
    const before = (codes[at - 1] ?? 0) - (codes[at - 2] ?? Number.NaN);
    const inRun = Math.abs(step) <= 1 && step === before;
    const again = at >= 3 && text.slice(0, at).includes(text.slice(at, at + 3).padEnd(3, '\0'));
    if (!inRun && !again) count++;
  }
  return count;
}
