import { AppError } from '../../../shared/errors.ts';

/** What the operating system's keychain offers (Electron's safeStorage in the desktop shell). */
export interface Cipher {
  readonly backend: string;
  encrypt(text: string): Promise<Uint8Array>;
  /** `stale`: the key has been replaced since, and the text is to be encrypted anew. */
  decrypt(bytes: Uint8Array): Promise<{ readonly text: string; readonly stale: boolean }>;
  /** Whether everybody can decrypt this, since its key is one that everybody knows. */
  isExposed(bytes: Uint8Array): boolean;
}

/** A password as it lies in the file: encrypted together with what it is bound to, in base64. */
export type Sealed = string;

/** What was sealed. `boundTo` is null for what an older release sealed, which did not bind. */
export interface Unsealed {
  readonly password: string;
  readonly boundTo: string | null;
  /** To be sealed anew: under an old key, or not bound. */
  readonly stale: boolean;
}

/** No password has it: SPCP carries printable ASCII only (draft 2.3). */
const separator = '\n';

/**
 * The place is inside of the seal, so that whoever can write the file cannot bind a password to another place. What cannot be read again
 * is not sealed, nor what everybody could read: throws `secrets-unavailable`.
 */
export async function seal(
  cipher: Cipher,
  { password, boundTo }: Pick<Unsealed, 'password' | 'boundTo'>,
): Promise<Sealed> {
  const whole = boundTo === null ? password : `${password}${separator}${boundTo}`;
  const readable = await encrypt(cipher, whole).catch(() => null);
  if (readable === null) throw unavailable(cipher, 'encrypt');
  return readable;
}

/** Throws `secrets-unavailable`. */
export async function unseal(cipher: Cipher, sealed: Sealed): Promise<Unsealed> {
  try {
    const { text, stale } = await cipher.decrypt(bytesOf(sealed));
    const end = text.indexOf(separator);
    if (end === -1) return { password: text, boundTo: null, stale: true };
    return { password: text.slice(0, end), boundTo: text.slice(end + separator.length), stale };
  } catch {
    throw unavailable(cipher, 'decrypt');
  }
}

export function isExposed(cipher: Pick<Cipher, 'isExposed'>, sealed: Sealed): boolean {
  return cipher.isExposed(bytesOf(sealed));
}

async function encrypt(cipher: Cipher, text: string): Promise<Sealed | null> {
  const bytes = await cipher.encrypt(text);
  if (cipher.isExposed(bytes) || (await cipher.decrypt(bytes)).text !== text) return null;
  return Buffer.from(bytes).toString('base64');
}

function bytesOf(sealed: Sealed): Uint8Array {
  return Buffer.from(sealed, 'base64');
}

/** The keychain's own error does not go along: nobody knows what it says. */
function unavailable(cipher: Cipher, step: 'encrypt' | 'decrypt'): AppError {
  return new AppError('secrets-unavailable', { backend: cipher.backend, step });
}
