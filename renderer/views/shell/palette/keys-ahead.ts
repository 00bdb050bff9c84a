/** What was pressed before the palette could answer it. */
export interface KeysAhead {
  /** What stands in its field by then. */
  readonly typed: string;
  /** What is pressed after that, in order, as `KeyboardEvent.key` names it: from the first key that chooses on, since it chooses of what is there. */
  readonly pressed: readonly string[];
}

export const noKeys: KeysAhead = { typed: '', pressed: [] };

/** With one more key; null where the palette has no use for it. */
export function withKey({ typed, pressed }: KeysAhead, key: string): KeysAhead | null {
  if (isTextKey(key) && pressed.length === 0) return { typed: afterTextKey(typed, key), pressed };
  if (isTextKey(key) || choosing.has(key)) return { typed, pressed: [...pressed, key] };
  return null;
}

/** What comes before the next Enter, as text, and whether there is one: the name that was typed at once for what an Enter asks. */
export function answerIn(pressed: readonly string[]): { text: string; entered: boolean } {
  const end = pressed.indexOf('Enter');
  const keys = (end === -1 ? pressed : pressed.slice(0, end)).filter(isTextKey);
  return { text: keys.reduce(afterTextKey, ''), entered: end !== -1 };
}

/** Whether a key changes what stands in a field: a letter, or what takes one away. */
export function isTextKey(key: string): boolean {
  return key.length === 1 || key === 'Backspace';
}

/** A text after a key of `isTextKey` was pressed at its end. */
export function afterTextKey(text: string, key: string): string {
  return key === 'Backspace' ? [...text].slice(0, -1).join('') : text + key;
}

const choosing: ReadonlySet<string> = new Set([
  'Enter',
  'ArrowDown',
  'ArrowUp',
  'PageDown',
  'PageUp',
]);
