import { nameKey } from './name.ts';

/** Letters with a stroke are letters of their own, which no normal form takes apart. */
const plainLetters: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
};

/** What is compared in a search: as names are, and without accents. */
export function searchKey(text: string): string {
  return (
    nameKey(text)
      .normalize('NFKD')
      // Marks that go with letters of any script; the vowel signs of a script are letters of it, and stay.
      .replace(/\p{Script=Inherited}/gu, '')
      .replace(/[øłđħıæœ]/g, (letter) => plainLetters[letter] ?? letter)
  );
}

/** Tells whether every word that is searched for stands somewhere in the texts, whatever its case and its accents. No words are everywhere. */
export function searcher(wanted: string): (texts: readonly string[]) => boolean {
  const words = searchKey(wanted).split(' ').filter(Boolean);
  if (words.length === 0) return () => true;
  return (texts) => {
    // A word of two texts would be in neither.
    const all = texts.map(searchKey).join('\n');
    return words.every((word) => all.includes(word));
  };
}
