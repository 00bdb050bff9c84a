/** One thing that a filter asks for, as it was typed: `-state:"needs attention"`. */
export interface Token {
  readonly negated: boolean;
  /** What stands before the colon; null without one. */
  readonly operator: string | null;
  readonly value: string;
  /** The value stood in quotes: also an empty one means something. */
  readonly quoted: boolean;
}

const quotes: Readonly<Record<string, string>> = { '"': '"', '“': '”', '«': '»' };
const longestOperator = 20;

/** What is asked for, in its order. Reads each character once. A quote that is not closed ends with the text. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const readValue = (): { value: string; quoted: boolean } => {
    const closing = quotes[text.charAt(at)];
    if (closing !== undefined) {
      const end = text.indexOf(closing, at + 1);
      const to = end < 0 ? text.length : end;
      const value = text.slice(at + 1, to);
      at = to + 1;
      return { value, quoted: true };
    }
    const from = at;
    while (at < text.length && !isSpace(text.charAt(at))) at++;
    return { value: text.slice(from, at), quoted: false };
  };
  while (at < text.length) {
    if (isSpace(text.charAt(at))) {
      at++;
      continue;
    }
    const next = text.charAt(at + 1);
    const negated = text.charAt(at) === '-' && next !== '' && !isSpace(next);
    if (negated) at++;
    const operator = operatorAt(text, at);
    if (operator !== null) at += operator.length + 1;
    tokens.push({ negated, operator, ...readValue() });
  }
  return tokens;
}

/** The letters before a colon; null where there is no such thing, as within an address. */
function operatorAt(text: string, from: number): string | null {
  let to = from;
  while (to - from <= longestOperator && /\p{L}/u.test(text.charAt(to))) to++;
  return to > from && text.charAt(to) === ':' ? text.slice(from, to) : null;
}

function isSpace(character: string): boolean {
  return /\s/.test(character);
}
