/**
 * Characters that nobody sees, and those that change the direction of others: two names that differ in them alone look the same, and one
 * name can look like another. Let through is what joins and colours the parts of an emoji.
 */
const hidden =
  /(?!(?<=\p{Extended_Pictographic})[\ufe0e\ufe0f]|(?<=[0-9#*])\ufe0f\u20e3|(?<=\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d[\p{Extended_Pictographic}\u{1f9b0}-\u{1f9b3}])[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** The first of them in a text as Unicode writes it, `U+202E`; null where there is none. */
export function hiddenIn(text: string): string | null {
  const [found] = text.match(hidden) ?? [];
  return found === undefined ? null : codePointName(found);
}

/** The text with `show` in the place of each of them; `<U+202E>` unless told. */
export function showHidden(
  text: string,
  show = (character: string): string => `<${codePointName(character)}>`,
): string {
  return text.replace(hidden, show);
}

function codePointName(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
