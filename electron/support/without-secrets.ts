/** What stands where a secret was. */
export const secretSign = '[secret]';

/** Fields that hold secrets by their name, at the top of an entry and one level below. */
const secretFields = ['password', 'passphrase', 'secret', 'token', 'cookie', 'authorization'];
export const secretPaths: string[] = secretFields.flatMap((field) => [field, `*.${field}`]);

/**
 * The text without what looks like a secret: a login in an address (RFC 3986, 3.2.1), a fragment or a field that is named after one, a key of
 * the web shell. No fault should hold any; this is for the one that nobody thought of.
 */
export function withoutSecrets(text: string): string {
  return text
    .replace(/\/\/[^\s/@]{1,256}@/g, `//${secretSign}@`)
    .replace(
      /\b(pass(?:word|phrase)?|secret|token|authorization|cookie)(["']?\s{0,4}[=:]\s{0,4}["']?)[^\s"',;&]{1,1024}/gi,
      `$1$2${secretSign}`,
    )
    .replace(/(?<![\w-])[\w-]{43}(?![\w-])/g, secretSign);
}
