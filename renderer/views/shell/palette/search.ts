import { searchKey } from '../../../../shared/model/search.ts';
import { type Offer, type Section, type Subject, sections } from './command.ts';

/** More are not read: typing narrows them down. */
const mostShown = 50;

/** What can be done with a proxy is shown by its name alone where so few are meant. */
const fewSubjects = 5;

export interface Found {
  readonly parts: readonly { readonly section: Section; readonly offers: readonly Offer[] }[];
  /** What Enter does at once. Null where that is not clear, or needs care. */
  readonly first: Offer | null;
  readonly shown: number;
  readonly all: number;
}

/** What is remembered and where the user is. */
export interface Around {
  /** Ids of what was done last, newest first. */
  readonly recent: readonly string[];
  /** The proxy whose page is open. */
  readonly here: string | null;
}

interface Placed {
  readonly offer: Offer;
  readonly section: Section;
}

/** What fits all words of the query, best first; without a query what was done last, and what every user needs. */
export function findOffers(query: string, offers: readonly Offer[], around: Around): Found {
  const words = searchKey(query).split(' ').filter(Boolean);
  return found(words.length === 0 ? unasked(offers, around) : asked(words, offers, around.here));
}

function found(all: readonly Placed[]): Found {
  const shown = all.slice(0, mostShown);
  const parts = Map.groupBy(shown, ({ section }) => section);
  const first = shown[0]?.offer ?? null;
  return {
    parts: [...parts].map(([section, placed]) => ({
      section,
      offers: placed.map(({ offer }) => offer),
    })),
    first: first?.careful === true && all.length > 1 ? null : first,
    shown: shown.length,
    all: all.length,
  };
}

function unasked(offers: readonly Offer[], { recent, here }: Around): Placed[] {
  const byId = new Map(offers.map((offer) => [offer.id, offer]));
  const placed = recent.flatMap((id): Placed[] => {
    const offer = byId.get(id);
    return offer === undefined ? [] : [{ offer, section: 'recent' }];
  });
  const isRecent = new Set(recent);
  for (const offer of offers) {
    if (isRecent.has(offer.id)) continue;
    const isHere = here !== null && offer.subject?.id === here && offer.section === 'commands';
    // Every command of every proxy would hide all else.
    if (!isHere && offer.section === 'commands' && offer.subject !== null) continue;
    placed.push({ offer, section: isHere ? 'here' : offer.section });
  }
  return placed.sort((a, b) => sections.indexOf(a.section) - sections.indexOf(b.section));
}

function asked(words: readonly string[], offers: readonly Offer[], here: string | null): Placed[] {
  const whole = words.join(' ');
  const ofSubject = memo((subject: Subject) => words.map((word) => inSubject(word, subject)));
  const ofWords = memo((text: string) => words.map((word) => inText(word, text)));
  const named = new Set<Subject>();
  for (const { subject } of offers) {
    if (subject !== null && ofSubject(subject).every(Boolean)) named.add(subject);
  }
  // There are thousands at each letter: they are put where they belong instead of being sorted.
  const ranks: Placed[][] = [];
  for (const offer of offers) {
    const { section, subject } = offer;
    const inIt = ofWords(offer.words);
    // A proxy is meant by its name; what is done with it has to be asked for where many are.
    if (subject !== null && section === 'commands' && !inIt.some(Boolean)) {
      if (named.size > fewSubjects || !named.has(subject)) continue;
    }
    let rank = sumOfBest(inIt, subject === null ? nothing : ofSubject(subject));
    if (rank === 0) continue;
    if (subject?.name === whole) rank += 3;
    if (subject !== null && subject.id === here) rank += 1;
    // Where two fit alike, what is harmless comes first.
    const place = 2 * rank + (offer.careful ? 0 : 1);
    ranks[place] ??= [];
    ranks[place].push({ offer, section });
  }
  return ranks.reverse().flat();
}

const nothing: readonly number[] = [];

/** For each word the better of both, together; 0 where a word is in neither. */
function sumOfBest(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) {
    const best = Math.max(a[i] ?? 0, b[i] ?? 0);
    if (best === 0) return 0;
    sum += best;
  }
  return sum;
}

/** 3 where the text begins with it, 2 where a word of the text does, 1 where it is anywhere, else 0. */
function inText(word: string, text: string): number {
  const at = text.indexOf(word);
  if (at <= 0) return at === 0 ? 3 : 0;
  for (let next = at; next !== -1; next = text.indexOf(word, next + 1)) {
    if (!/[\p{L}\p{N}]/u.test(text.charAt(next - 1))) return 2;
  }
  return 1;
}

function inSubject(word: string, { name, about }: Subject): number {
  return inText(word, name) || Math.min(1, inText(word, about));
}

function memo<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = make(key);
    known.set(key, value);
    return value;
  };
}
