import { isIP } from 'node:net';

/** What is known by name here, and must not be told to others. */
export interface KnownNames {
  /** Of proxies: their hosts and SSH servers. */
  readonly hosts: readonly string[];
  /** Of profiles, folders, tags, proxy users, and of this machine's user. */
  readonly names: readonly string[];
  /** Directories, which stand for themselves by their sign. */
  readonly directories: readonly { readonly path: string; readonly sign: string }[];
}

/** What may be an address of IPv4 or IPv6; `isIP` says whether it is. */
const maybeAddress = /(?<![\w.:])[\da-f.:]{3,45}(?![\w:])/gi;
/** What Node names after these could not be resolved or reached, whether a profile of it is still here or not. */
const afterError = /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ETIMEDOUT) [^\s"']{1,253}/g;

/** The text with a sign in place of everything that names a host, a proxy or a person. The same name has the same sign throughout. */
export function withoutNames(text: string, known: KnownNames): string {
  const signs = new Map<string, string>();
  for (const { path, sign } of known.directories) add(signs, path, sign);
  known.hosts.forEach((host, index) => {
    add(signs, host, `[host ${index + 1}]`);
  });
  known.names.forEach((name, index) => {
    add(signs, name, `[name ${index + 1}]`);
  });
  // The longest first: a name may be a part of another.
  const parts = [...signs].sort(([a], [b]) => b.length - a.length);
  const named = parts.reduce((rest, [name, sign]) => replaceWord(rest, name, sign), text);
  return named.replace(afterError, '$1 [host]').replace(maybeAddress, (found) => {
    // A port behind it, or the end of a sentence.
    const [address = '', rest = ''] = isIP(found) ? [found] : parted(found);
    return isIP(address) === 0 ? found : `[address]${rest}`;
  });
}

function parted(found: string): readonly string[] {
  const at = /^[\d.]*\d/.exec(found)?.[0].length ?? 0;
  return [found.slice(0, at), found.slice(at)];
}

function add(signs: Map<string, string>, name: string, sign: string): void {
  if (name !== '' && !signs.has(name)) signs.set(name, sign);
}

/** Not within a longer word: a profile may be called `a`. */
function replaceWord(text: string, name: string, sign: string): string {
  let result = '';
  let from = 0;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, from)) {
    const end = at + name.length;
    const isWhole = !isWordAt(text, at - 1) && !isWordAt(text, end);
    result += text.slice(from, at) + (isWhole ? sign : name);
    from = end;
  }
  return result + text.slice(from);
}

const wordCharacter = /[\p{L}\p{N}_]/u;

function isWordAt(text: string, index: number): boolean {
  return wordCharacter.test(text.charAt(index));
}
