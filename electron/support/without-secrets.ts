import { showHidden } from '../../shared/model/hidden.ts';

/** What stands where a secret was. */
export const secretSign = '[secret]';

/** A name that holds one of these is that of a secret. */
const secretName =
  /pass(?:word|phrase|wd|code)?|pwd|secret|token|cookie|authorization|credential|signature|(?:api|access|private|signing)[-_]?key/i;

/** Before it is cleaned, a text is cut at so many times what is kept of it: a secret must not lie across the end of what is kept. */
const looked = 2;
/** What lies so near to where a text was cut before it was cleaned may be a part of a secret, characters. */
const doubtful = 1024;

/** Whether a field of this name holds a secret. */
export function isSecretName(name: string): boolean {
  return secretName.test(name);
}

/**
 * The text as it may be written and shown: at most `length` characters, without secrets, and with hidden characters by their names, since a
 * terminal would obey them. Ends of lines stay.
 */
export function cleaned(text: string, length: number): string {
  const reach = looked * length;
  const shown = text
    .slice(0, reach)
    .replaceAll('\t', '    ')
    .split('\n')
    .map((line) => showHidden(line))
    .join('\n');
  const clean = withoutSecrets(shown);
  const sure = text.length > reach ? Math.max(0, clean.length - doubtful) : clean.length;
  return withoutSecrets(clean.slice(0, Math.min(sure, length)));
}

/**
 * The text without what looks like a secret: a login in an address (RFC 3986, 3.2.1), what comes after the host of an address of the web, a
 * header or a field that is named after a secret, a password of POP3, a key of the web shell. No fault should hold any; this is for the one
 * that nobody thought of.
 */
export function withoutSecrets(text: string): string {
  return text
    .replace(/\bhttps?:\/\/[^\s"'<>`]+/gi, originOf)
    .replace(/\/\/[^\s/@]{1,256}@/g, `//${secretSign}@`)
    .replace(/((?:authorization|cookie)\s{0,8}[=:]\s{0,8})(?!["'\\])[^\r\n]+/gi, `$1${secretSign}`)
    .replace(/\b(Bearer|Basic) {1,8}(?!\[)[^\s"',;]+/g, `$1 ${secretSign}`)
    .replace(
      /((?:pass(?:word|phrase|wd|code)?|pwd|secret|token|cookie|authorization|credential|signature|(?:api|access|private|signing)[-_]?key)s?\\{0,4}["']?\s{0,32}[=:]\s{0,32})(?:\\{1,4}["'][^"']*|"(?:[^"\\]|\\[\s\S])*|'(?:[^'\\]|\\[\s\S])*|(?!at |\[secret\])[^\s"'\\]\S*)/gi,
      `$1${secretSign}`,
    )
    .replace(
      /(--(?:pass(?:word|phrase|wd|code)?|pwd|secret|token)\s{1,8})(?!\[)\S+/gi,
      `$1${secretSign}`,
    )
    .replace(/\b(PASS|AUTH PLAIN|AUTH LOGIN) (?!\[secret)[^\r\n]+/g, `$1 ${secretSign}`)
    .replace(/(?<![\w-])[\w-]{43}(?![\w-])/g, secretSign);
}

/** Its scheme and host: a webhook is let in by its path or its query. A password may hold what would end a host. */
function originOf(address: string): string {
  const begin = address.indexOf('//') + 2;
  const at = address.lastIndexOf('@');
  const login = at < 0 ? '' : `${secretSign}@`;
  const rest = address.slice(at < 0 ? begin : at + 1);
  const end = rest.search(/[/?#]/);
  const hasMore = end >= 0 && rest.length > end + 1;
  return `${address.slice(0, begin)}${login}${end < 0 ? rest : rest.slice(0, end + 1)}${hasMore ? secretSign : ''}`;
}
