import { hostAndPort } from '../host.ts';
import { tagsIn } from '../name.ts';
import type { Profile } from '../profile.ts';
import { searchKey } from '../search.ts';
import { type Operator, operatorOf } from './operators.ts';
import { type Ports, portsOf } from './ports.ts';
import { type Token, tokensOf } from './tokens.ts';

/** What a filter looks at of a profile. */
export type Filterable = Pick<
  Profile,
  | 'name'
  | 'host'
  | 'port'
  | 'udpPort'
  | 'transport'
  | 'sshDestination'
  | 'folder'
  | 'tags'
  | 'environment'
  | 'user'
  | 'notes'
  | 'colour'
  | 'favourite'
> & {
  /** Whether there is a password for where it leads; unknown where it is not given. */
  readonly savedPassword?: 'none' | 'here' | 'elsewhere';
  /** Only where administrators supply it: what they note of it. */
  readonly managed?: { readonly notes: string } | undefined;
};

/** What is known of the proxy beyond its profile. */
export interface FilterFacts {
  /** One of the words for `state:`. */
  readonly state: string;
  /** The way that is in use; null while there is none. */
  readonly via: string | null;
  /** In what it is unlike its group: some of the words for `unlike:`. */
  readonly unlike: readonly string[];
  readonly trouble: boolean;
}

/** The words that some operators know: what each is called in the user's language, by what it stands for. The latter works as well. */
export type FilterWords = Readonly<Record<Worded, Readonly<Record<string, readonly string[]>>>>;
export type Worded =
  | 'state'
  | 'environment'
  | 'via'
  | 'unlike'
  | 'is'
  | 'colour'
  | 'password'
  | 'managed';

/** Something that was asked for and means nothing; the rest of the filter holds. */
export type FilterProblem =
  | {
      readonly kind: 'unknown-value';
      readonly operator: Worded;
      readonly value: string;
      /** How those are called that there are. */
      readonly known: readonly string[];
    }
  | { readonly kind: 'no-port'; readonly value: string }
  /** A word before a colon that is no operator: the text is looked for as it stands. */
  | { readonly kind: 'unknown-operator'; readonly value: string };

export interface Filter {
  /** Whether everything fits that is asked for. */
  fits(profile: Filterable, facts: FilterFacts): boolean;
  readonly problems: readonly FilterProblem[];
  /** It asks for what a proxy does now: what fits changes while no profile does. */
  readonly live: boolean;
  /** It asks who is unlike its group, which has to be found out for the whole fleet. */
  readonly compares: boolean;
}

/** The operators that look at what a proxy does. */
const liveOperators: ReadonlySet<Operator> = new Set(['state', 'via', 'unlike', 'is']);

type Test = (profile: Filterable, facts: FilterFacts) => boolean;

/**
 * Reads what was typed: words and "texts in quotes", all of which must stand somewhere; `-` before what must not; operators such as
 * `state:ready,off`, of whose values one must fit. Takes time in proportion to the text, and so does each proxy.
 */
export function createFilter(text: string, words: FilterWords): Filter {
  const problems: FilterProblem[] = [];
  const tokens = tokensOf(text);
  const asked = tokens.flatMap(({ operator }) => {
    const known = operator === null ? null : operatorOf(operator);
    return known === null ? [] : [known];
  });
  const tests = tokens.flatMap((token): readonly Test[] => {
    const test = testOf(token, words, (problem) => problems.push(problem));
    if (test === null) return [];
    return [token.negated ? (profile, facts) => !test(profile, facts) : test];
  });
  return {
    problems,
    live: asked.some((operator) => liveOperators.has(operator)),
    compares: asked.some((operator) => operator === 'unlike' || operator === 'is'),
    fits: (profile, facts) => tests.every((test) => test(profile, facts)),
  };
}

function testOf(
  token: Token,
  words: FilterWords,
  tell: (problem: FilterProblem) => void,
): Test | null {
  const { operator: typed, value, quoted } = token;
  if (typed === null) return textTest(value, words);
  const operator = operatorOf(typed);
  if (operator === null) {
    tell({ kind: 'unknown-operator', value: `${typed}:` });
    return textTest(`${typed}:${value}`, words);
  }
  // Not typed yet.
  if (value === '' && !quoted) return null;
  const values = quoted ? [value] : value.split(',').filter(Boolean);
  const some = (tests: readonly (Test | null)[]): Test | null => {
    const known = tests.filter((test) => test !== null);
    return known.length === 0
      ? null
      : (profile, facts) => known.some((test) => test(profile, facts));
  };
  return some(values.map((each) => valueTest(operator, { value: each, quoted }, words, tell)));
}

function valueTest(
  operator: Operator,
  { value, quoted }: Pick<Token, 'value' | 'quoted'>,
  words: FilterWords,
  tell: (problem: FilterProblem) => void,
): Test | null {
  const key = searchKey(value);
  switch (operator) {
    case 'folder':
      // An empty one in quotes: in no folder.
      if (key === '') return ({ folder }) => folder === '';
      // In quotes it is the whole path of a folder, and stands for all beneath it.
      return ({ folder }) => {
        const path = `/${searchKey(folder)}/`;
        return quoted ? path.startsWith(`/${key}/`) : path.includes(`/${key}`);
      };
    case 'tag':
      return ({ tags }) => tagsIn(tags).some((tag) => searchKey(tag).startsWith(key));
    case 'host':
      return ({ host, sshDestination }) =>
        searchKey(host).includes(key) || searchKey(sshDestination).includes(key);
    case 'user':
      return ({ user }) => searchKey(user).includes(key);
    case 'note':
      // An empty one in quotes: without any.
      return key === ''
        ? (profile) => notesOf(profile) === ''
        : (profile) => searchKey(notesOf(profile)).includes(key);
    case 'port': {
      const ports = portsOf(value);
      if (ports === null) tell({ kind: 'no-port', value });
      return ports === null ? null : portTest(ports);
    }
    case 'state':
    case 'environment':
    case 'via':
    case 'unlike':
    case 'colour':
    case 'password':
    case 'managed':
    case 'is': {
      const wanted = wordsLike(key, words[operator]);
      if (wanted.length === 0) {
        tell({
          kind: 'unknown-value',
          operator,
          value,
          known: Object.entries(words[operator]).map(([word, [name]]) => name ?? word),
        });
        return null;
      }
      return wordTest(operator, wanted);
    }
  }
}

function wordTest(operator: Worded, wanted: readonly string[]): Test {
  const isWanted = (word: string): boolean => wanted.includes(word);
  switch (operator) {
    case 'state':
      return (_profile, { state }) => isWanted(state);
    case 'environment':
      return ({ environment }) => isWanted(environment);
    case 'via':
      return ({ transport }, { via }) => isWanted(via ?? transport);
    case 'unlike':
      return (_profile, { unlike }) =>
        isWanted('any') ? unlike.length > 0 : unlike.some(isWanted);
    case 'colour':
      return ({ colour }) => isWanted(colour);
    case 'password':
      return ({ savedPassword }) => savedPassword !== undefined && isWanted(savedPassword);
    case 'managed':
      return ({ managed }) => isWanted(managed === undefined ? 'no' : 'yes');
    case 'is':
      return ({ favourite }, { unlike, trouble }) =>
        (isWanted('unlike') && unlike.length > 0) ||
        (isWanted('trouble') && trouble) ||
        (isWanted('favourite') && favourite);
  }
}

/** The words that begin so, or one of whose names does: who types is not done yet. */
function wordsLike(
  key: string,
  words: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  return Object.entries(words)
    .filter(([word, names]) => [word, ...names].some((name) => searchKey(name).startsWith(key)))
    .map(([word]) => word);
}

function portTest({ from, to }: Ports): Test {
  const isWanted = (port: number): boolean => from <= port && port <= to;
  return ({ port, udpPort, transport }) =>
    isWanted(port) || ((transport === 'udp' || transport === 'auto') && isWanted(udpPort));
}

/** Stands in the name, the address, the folder, the user, the tags, the notes, or what the proxy is used for. */
function textTest(text: string, words: FilterWords): Test | null {
  const key = searchKey(text);
  if (key === '') return null;
  const environments = wordsLike(key, words.environment);
  return (profile) => textOf(profile).includes(key) || environments.includes(profile.environment);
}

/** Folding a name costs more than searching it, and the same profiles are searched again and again. */
const texts = new WeakMap<Filterable, string>();

function textOf(profile: Filterable): string {
  const known = texts.get(profile);
  if (known !== undefined) return known;
  const { name, host, port, sshDestination, folder, user, tags } = profile;
  // A word of two texts would be in neither.
  const text = [name, hostAndPort(host, port), sshDestination, folder, user, tags, notesOf(profile)]
    .map(searchKey)
    .join('\n');
  texts.set(profile, text);
  return text;
}

/** The user's own, and those of whoever supplies the profile. */
function notesOf({ notes, managed }: Filterable): string {
  return [notes, managed?.notes ?? ''].filter(Boolean).join('\n');
}
